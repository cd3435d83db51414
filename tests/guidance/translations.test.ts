import { expect, test } from 'vitest';
import { blocksOf, sectionsOf, textsOf, type Block } from '#guidance/article-blocks.ts';
import { articleFront, translationFront } from '#guidance/article.ts';
import { linksIn, placeholdersIn } from '#guidance/placeholders.ts';
import { guidanceFiles } from './guidance-files.ts';

const english = new Map(guidanceFiles('en/*.md').map((file) => [file.slug, file]));
const translations = guidanceFiles('{pl,ur}/*.md').filter(({ slug }) => slug !== '');

const shape = (block: Block): string =>
  block.kind === 'heading' ? `heading ${String(block.level)}` : block.kind;

/** Each section's figures, blanks and links: what a translation may neither add nor lose. */
const facts = (body: string): readonly (readonly string[])[] =>
  sectionsOf(blocksOf(body)).map(({ blocks }) =>
    blocks
      .flatMap(textsOf)
      .flatMap((text) => [
        ...placeholdersIn(text).map(({ kind, key }) => `${kind}:${key}`),
        ...linksIn(text),
      ])
      .sort(),
  );

/** A letter is read by an English provider: it stays as it is. */
const letters = (body: string) => blocksOf(body).filter(({ kind }) => kind === 'letter');

test('there are translations into both languages', () => {
  expect(translations.some(({ path }) => path.startsWith('pl'))).toBe(true);
  expect(translations.some(({ path }) => path.startsWith('ur'))).toBe(true);
});

test.each(translations)('$path has the blocks, figures and links of the English', (file) => {
  const original = english.get(file.slug);
  if (!original) throw new Error(`No English article for ${file.path}`);
  const front = translationFront.parse(file.front);
  expect(front.slug).toBe(file.slug);
  expect(front.english).toBe(articleFront.parse(original.front).reviewedOn);
  expect(blocksOf(file.body).map(shape)).toEqual(blocksOf(original.body).map(shape));
  expect(facts(file.body)).toEqual(facts(original.body));
  expect(file.body).not.toBe(original.body);
  expect(letters(file.body)).toEqual(letters(original.body));
});
