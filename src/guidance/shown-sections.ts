import type { Words } from '#platform/i18n/words.ts';
import type { Block } from './article-blocks.ts';
import { readSections, type ReadBlock, type ReadSection } from './fallback.ts';
import { runsOf, type Filling, type Run } from './runs.ts';
import type { Article } from './library.ts';

/** Set on what stands in another language than the page. */
export type Tongue = { readonly lang?: 'en'; readonly dir?: 'ltr' };

export type ShownBlock = Tongue &
  (
    | { readonly kind: 'heading'; readonly runs: readonly Run[] }
    | { readonly kind: 'paragraph'; readonly runs: readonly Run[] }
    | {
        readonly kind: 'list';
        readonly ordered: boolean;
        readonly items: readonly (readonly Run[])[];
      }
    | { readonly kind: 'letter'; readonly paragraphs: readonly (readonly Run[])[] }
    | { readonly kind: 'picture'; readonly alt: string; readonly src: string }
  );
export type ShownSection = {
  /** Of its heading, for links to it. */
  readonly id: string;
  readonly heading: (Tongue & { readonly text: string }) | null;
  readonly blocks: readonly ShownBlock[];
};

export type Reading = Filling & { readonly english: Words };

/** The mark of what is English on a page that is not. */
export const englishOn = ({ language }: Words): Tongue =>
  language.code === 'en' ? {} : { lang: 'en', dir: 'ltr' };

/** An article's sections in the reader's language, with figures, and what is missing in English. */
export function shownSections(article: Article, reading: Reading): readonly ShownSection[] {
  return sectionsFor(article, reading.words).map((section, at) =>
    shownSection(section, at, reading),
  );
}

/** The same before figures: in which language each block stands. */
export const sectionsFor = (article: Article, { language }: Words): readonly ReadSection[] =>
  readSections(
    article.blocks,
    language.code === 'en'
      ? article.blocks
      : (article.translations.get(language.code)?.blocks ?? null),
  );

const shownSection = ({ heading, blocks }: ReadSection, at: number, reading: Reading) => ({
  id: `part-${String(at)}`,
  heading:
    heading === null
      ? null
      : { text: heading.text, ...(heading.isEnglish && englishOn(reading.words)) },
  blocks: blocks.flatMap((read) => shownBlock(read, reading)),
});

/** None when a figure it cannot do without is not in force. */
export function shownBlock(
  { block, isEnglish }: ReadBlock,
  reading: Reading,
): readonly ShownBlock[] {
  const tongue = isEnglish ? englishOn(reading.words) : {};
  const filling = isEnglish ? { ...reading, words: reading.english } : reading;
  return withRuns(block, filling).map((shown) => ({ ...shown, ...tongue }));
}

function withRuns(block: Block, filling: Filling): readonly ShownBlock[] {
  if (block.kind === 'picture') return [block];
  const runs = (texts: readonly string[]) => texts.map((text) => runsOf(text, filling));
  const known = (texts: readonly string[]) => runs(texts).filter((found) => found !== null);
  if (block.kind === 'list') {
    const items = known(block.items);
    return items.length === 0 ? [] : [{ kind: 'list', ordered: block.ordered, items }];
  }
  if (block.kind === 'letter') return [{ kind: 'letter', paragraphs: known(block.paragraphs) }];
  return known([block.text]).map((found) => ({ kind: block.kind, runs: found }));
}
