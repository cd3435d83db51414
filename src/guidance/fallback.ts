import { sectionsOf, textsOf, type Block, type Section } from './article-blocks.ts';
import { linksIn, placeholdersIn } from './placeholders.ts';

/** A block in the reader's language, or the English one where that is missing. */
export type ReadBlock = { readonly block: Block; readonly isEnglish: boolean };
export type ReadSection = {
  readonly heading: { readonly text: string; readonly isEnglish: boolean } | null;
  readonly blocks: readonly ReadBlock[];
};

/**
 * An article section by section, each block in the translation where it has the same block of the
 * English: of the same kind, with the same figures and links. Anything else would say something that
 * the English does not, so the English stands there.
 */
export function readSections(
  english: readonly Block[],
  translated: readonly Block[] | null,
): readonly ReadSection[] {
  const originals = sectionsOf(english);
  const own = translated === null ? [] : sectionsOf(translated);
  return originals.map((original, at) => {
    const found = sameSection(originals, own, at);
    const heading = headingOf(original, found);
    return { heading, blocks: blocksOf(original, found) };
  });
}

/** By its place when none is missing; else by what only this section holds. */
function sameSection(originals: readonly Section[], own: readonly Section[], at: number) {
  if (originals.length === own.length) return own[at];
  const mark = markOf(originals[at]);
  const isAlone = (sections: readonly Section[]) =>
    sections.filter((section) => markOf(section) === mark).length === 1;
  return isAlone(originals) && isAlone(own)
    ? own.find((section) => markOf(section) === mark)
    : undefined;
}

function headingOf({ heading }: Section, found: Section | undefined) {
  if (heading === undefined) return null;
  return { text: found?.heading ?? heading, isEnglish: found?.heading === undefined };
}

function blocksOf({ blocks }: Section, found: Section | undefined): readonly ReadBlock[] {
  const own = found?.blocks.length === blocks.length ? found.blocks : [];
  return blocks.map((block, at) => {
    const translated = own[at];
    const isSame = translated !== undefined && factsOf(translated) === factsOf(block);
    // A letter is for an English reader, and stays as it is.
    return isSame && block.kind !== 'letter'
      ? { block: translated, isEnglish: false }
      : { block, isEnglish: true };
  });
}

const markOf = (section: Section | undefined): string =>
  section === undefined
    ? ''
    : [section.heading === undefined, ...section.blocks.map(factsOf)].join('\n');

/** What a translation may neither add nor lose. */
const factsOf = (block: Block): string =>
  [
    block.kind,
    block.kind === 'list' ? block.items.length : '',
    ...textsOf(block)
      .flatMap((text) => [
        ...placeholdersIn(text).map(({ kind, key }) => `${kind}:${key}`),
        ...linksIn(text),
      ])
      .sort(),
  ].join(' ');

/** Whether anything but the letter stands in English for want of a translation. */
export const isPartlyEnglish = (sections: readonly ReadSection[]): boolean =>
  sections.some(
    ({ heading, blocks }) =>
      heading?.isEnglish === true ||
      blocks.some(({ block, isEnglish }) => isEnglish && block.kind !== 'letter'),
  );
