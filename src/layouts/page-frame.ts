import { addressOf, type Query } from '#platform/http/addresses.ts';
import type { Ctx } from '#platform/context.ts';
import type { Language } from '#platform/i18n/languages.ts';
import type { Catalogue, Words } from '#platform/i18n/words.ts';
import type { Settings } from '#platform/settings/settings.ts';

export type LanguageLink = {
  readonly code: string;
  readonly endonym: string;
  readonly dir: 'ltr' | 'rtl';
  readonly href: string;
  readonly current: boolean;
  /** "Read this page in…", in that language. */
  readonly offer: string;
};

/** What the layout needs of every request, whatever the page. */
export type PageFrame = {
  readonly words: Words;
  readonly settings: Settings;
  /** The path without its language, with its query. */
  readonly path: string;
  /** The address of another page in the reader's language. */
  readonly href: (path: string, query?: Query) => string;
  readonly languageLinks: readonly LanguageLink[];
  readonly sampleArea: boolean;
};

type Request = {
  readonly ctx: Ctx;
  readonly path: string;
  readonly href: PageFrame['href'];
};

/** The layout's frame from `Astro.locals` and the query of the address (`Astro.url.search`). */
export function pageFrame({ ctx, path, href }: Request, search: string): PageFrame {
  const whole = path + search;
  return {
    words: ctx.words,
    settings: ctx.settings,
    path: whole,
    href,
    languageLinks: languageLinks(ctx.catalogue, ctx.words.language, whole),
    sampleArea: ctx.settings.sampleArea !== 'none',
  };
}

const languageLinks = ({ languages, speak }: Catalogue, current: Language, path: string) =>
  languages.map(({ code, endonym, dir }) => ({
    code,
    endonym,
    dir,
    href: addressOf(code, path),
    current: code === current.code,
    offer: speak(code).t('site:language.offer'),
  }));
