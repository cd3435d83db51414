import { z } from 'zod';
import { blocksOf, type Block } from './article-blocks.ts';
import {
  articleFront,
  easyFront,
  translationFront,
  type ArticleFront,
  type EasyFront,
  type TranslationFront,
} from './article.ts';

/** A guidance file: its path in `content/guidance` without `.md`, what stands above it, its text. */
const guidanceEntry = z.object({
  id: z.string(),
  data: z.unknown(),
  body: z.string().default(''),
});
export type GuidanceEntry = Readonly<z.infer<typeof guidanceEntry>>;
export const guidanceEntries = z.array(guidanceEntry);

type Text<Front> = { readonly front: Front; readonly blocks: readonly Block[] };
export type Translation = Text<TranslationFront>;
export type EasyText = Text<EasyFront>;

export type Article = Text<ArticleFront> & {
  /** By language code; the English is the article itself. */
  readonly translations: ReadonlyMap<string, Translation>;
  /** Easy Read by language code, English among them; empty where there is none yet. */
  readonly easy: ReadonlyMap<string, EasyText>;
};

/** Every article by its slug. */
export type Library = ReadonlyMap<string, Article>;

/** Puts the files together. Throws when one is not as `article.ts` says, which the build finds first. */
export function libraryOf(entries: readonly GuidanceEntry[]): Library {
  const easy = among(entries, /^(\w+)\/easy\/([\w-]+)$/u, (data) => easyFront.parse(data));
  const translations = among(entries, /^(?!en\/)(\w+)\/([\w-]+)$/u, (data) =>
    translationFront.parse(data),
  );
  return new Map(
    among(entries, /^(en)\/([\w-]+)$/u, (data) => articleFront.parse(data)).map(
      ({ slug, text }) => [
        slug,
        { ...text, translations: byLanguage(translations, slug), easy: byLanguage(easy, slug) },
      ],
    ),
  );
}

type Found<Front> = {
  readonly language: string;
  readonly slug: string;
  readonly text: Text<Front>;
};

/** The files whose paths say a language and a slug in this way. */
const among = <Front>(
  entries: readonly GuidanceEntry[],
  place: RegExp,
  read: (data: unknown) => Front,
): readonly Found<Front>[] =>
  entries.flatMap(({ id, data, body }) => {
    const [, language, slug] = place.exec(id) ?? [];
    if (language === undefined || slug === undefined) return [];
    return [{ language, slug, text: { front: read(data), blocks: blocksOf(body) } }];
  });

const byLanguage = <Front>(found: readonly Found<Front>[], wanted: string) =>
  new Map(
    found.filter(({ slug }) => slug === wanted).map(({ language, text }) => [language, text]),
  );
