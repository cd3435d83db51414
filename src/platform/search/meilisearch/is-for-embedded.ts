import { foldWords } from '../fold-words.ts';
import { isOnGlobe } from '../miles-between.ts';
import type { SearchQuery, SpanCondition } from '../search-engine.ts';
import { longestWord, mostHits, mostWords } from './limits.ts';

/** Further from the equator the cells of a circle are too narrow, and too many. */
const farthestFromEquator = 80;

/**
 * Whether only the index in this process can answer a query exactly: a way with a detour, a circle at
 * a pole, a rule of the asker's own, more words than the server looks at, names before texts, pages
 * that it does not reach, or what is no number.
 */
export function isForEmbedded(query: SearchQuery): boolean {
  const { only, offset, limit, covers, sort } = query;
  if (only !== undefined || goesAlong(query) || isAtPole(query)) return true;
  const words = foldWords(query.words);
  if (!areWordsKept(words) || (sort === 'relevance' && words.length > 0)) return true;
  if (!(offset >= 0 && limit >= 0 && offset + limit <= mostHits)) return true;
  return covers.some(hasNoNumber);
}

const goesAlong = ({ near, along }: SearchQuery): boolean =>
  near !== null && along !== null && isOnGlobe(near) && isOnGlobe(along.to);

const isAtPole = ({ near, withinMiles }: SearchQuery): boolean =>
  near !== null && withinMiles !== null && Math.abs(near.latitude) > farthestFromEquator;

const areWordsKept = (words: readonly string[]): boolean =>
  words.length <= mostWords && words.every((word) => Buffer.byteLength(word) <= longestWord);

const hasNoNumber = ({ from, to, at, by }: SpanCondition): boolean =>
  [from, to, at ?? 0, by ?? 0].some(Number.isNaN);
