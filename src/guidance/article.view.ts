import { audienceName, kindName } from '#directory/taxonomy.ts';
import type { Reference } from '#entitlements/figures.ts';
import { schemeName } from '#entitlements/scheme-words.ts';
import type { Query } from '#platform/http/addresses.ts';
import type { Words } from '#platform/i18n/words.ts';
import { agesInWords } from './age-words.ts';
import type { ArticleFront, Owner } from './article.ts';
import { isPartlyEnglish } from './fallback.ts';
import { figureSources } from './figure-sources.ts';
import type { Article, Library } from './library.ts';
import { englishOn, sectionsFor, shownSections, type Tongue } from './shown-sections.ts';

export type Href = (path: string, query?: Query) => string;

/** What a page of guidance is made with, besides the article. */
export type Making = {
  readonly words: Words;
  readonly english: Words;
  readonly href: Href;
  readonly reference: Reference;
  /** London's. */
  readonly day: string;
};

export type ArticleLink = Tongue & { readonly text: string; readonly href: string };
export type ArticleView = ReturnType<typeof articleView>;

/** Fewer parts than these need no list of contents. */
const contentsFrom = 4;

const ownerWord = {
  'Family Information Service': 'guidance:owner.service',
  'Early years team': 'guidance:owner.earlyYears',
  'SEND team': 'guidance:owner.send',
} as const satisfies Record<Owner, string>;

/** Everything an article's page shows. */
export function articleView(library: Library, article: Article, making: Making) {
  const { words, href } = making;
  const { front } = article;
  const path = `/guidance/${front.slug}`;
  const sections = shownSections(article, making);
  const titled = sections.filter(({ heading }) => heading !== null);
  return {
    slug: front.slug,
    ...titleOf(article, words),
    notice: languageNotice(article, words),
    contents: titled.length < contentsFrom ? [] : titled,
    sections,
    hasLetter: sections.some(({ blocks }) => blocks.some(({ kind }) => kind === 'letter')),
    letterAction: href(`${path}/letter`),
    easy: article.easy.size === 0 ? null : href(`${path}/easy`),
    print: { standard: href(`${path}/print`), large: href(`${path}/print`, { size: 'large' }) },
    facts: factsOf(article, making),
    sources: figureSources(article.blocks, making),
    related: front.related.flatMap((slug) => linkTo(library.get(slug), words, href)),
    ...servicesOf(front, words, href),
    schemes: front.entitlements.map((key) => schemeName(words, making.reference, key)),
    checkerHref: href('/checker'),
    askHref: href('/ask'),
  };
}

/** Its title and summary in the reader's language, else in English and marked so. */
export function titleOf({ front, translations }: Article, words: Words) {
  const own = translations.get(words.language.code);
  const { title, summary } = own?.front ?? front;
  return { title, summary, tongue: own ? {} : englishOn(words) };
}

/** A link to an article, by its title; none to what is not there. */
export function linkTo(
  article: Article | undefined,
  words: Words,
  href: Href,
): readonly ArticleLink[] {
  if (!article) return [];
  const { title, tongue } = titleOf(article, words);
  return [{ text: title, href: href(`/guidance/${article.front.slug}`), ...tongue }];
}

/** One sentence that says what of the page is not in the reader's language; null when all is. */
export function languageNotice(article: Article, words: Words): string | null {
  const { code } = words.language;
  if (code === 'en') return null;
  const own = article.translations.get(code);
  if (!own) return words.t('guidance:language.none');
  if (own.front.english < article.front.reviewedOn) return words.t('guidance:language.older');
  return isPartlyEnglish(sectionsFor(article, words)) ? words.t('guidance:language.part') : null;
}

function factsOf({ front, translations }: Article, { words, day }: Making) {
  const { t, format } = words;
  const text = translations.get(words.language.code)?.front ?? front;
  const fact = (label: string, value: string) => ({ key: { text: label }, value: { text: value } });
  return [
    fact(t('guidance:fact.for'), forWhom(words, front)),
    fact(t('guidance:fact.ages'), agesInWords(words, front.ages)),
    fact(t('guidance:fact.owner'), t(ownerWord[front.owner])),
    fact(t('guidance:fact.reviewed'), format.day(front.reviewedOn)),
    fact(
      t('guidance:fact.next'),
      front.nextReview < day
        ? t('guidance:fact.overdue', { day: format.day(front.nextReview) })
        : format.day(front.nextReview),
    ),
    ...(text.humanChecked ? [] : [fact(t('guidance:fact.checked'), t('guidance:fact.notYet'))]),
  ];
}

const forWhom = (words: Words, { audience }: ArticleFront): string =>
  words.format.list(
    audience.map((one) =>
      one === 'all' ? words.t('guidance:fact.everyone') : audienceName(words, one),
    ),
  );

/** The kinds of service it speaks of, each as a search, and all of them as one. */
function servicesOf({ services }: ArticleFront, words: Words, href: Href) {
  return {
    services: services.map((kind) => ({
      text: kindName(words, kind),
      href: href('/find', { kind }),
    })),
    servicesHref: href('/find', { kind: services }),
  };
}
