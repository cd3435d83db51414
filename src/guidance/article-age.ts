import { blocksOf, textsOf } from './article-blocks.ts';
import { plainText } from './placeholders.ts';
import { readingAge } from './reading-age.ts';

/** The oldest a reader may have to be: the English of an eleven-year-old. */
export const oldestReadingAge = 11;

/** How old a reader of an English article must be, in years, and how many words it has. */
export function articleAge(body: string): { readonly age: number; readonly words: number } {
  const text = blocksOf(body).flatMap(textsOf).map(plainText).join('\n');
  return { age: readingAge(text), words: text.split(/\s+/u).length };
}
