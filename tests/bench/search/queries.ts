import { serviceKinds } from '#directory/taxonomy.ts';
import { inclusionAttributes } from '#directory/inclusion-vocabulary.ts';
import { countedFacets } from '#directory/find-search.ts';
import type { SearchDocument, SearchQuery } from '#platform/search/search-engine.ts';
import type { Random } from '../../platform/search/random.ts';
import { commonWord } from '../directory/vocabulary.ts';

type Point = NonNullable<SearchDocument['point']>;
export type QueryMix = 'words + 5 miles + 3 filters' | 'browse 5 miles';

/** A search as families make it, around a place where there are some, with every facet counted. */
export function inventQuery(mix: QueryMix, random: Random, points: readonly Point[]): SearchQuery {
  const browse: SearchQuery = {
    words: '',
    near: points[random.whole(points.length)] ?? null,
    withinMiles: 5,
    along: null,
    covers: [],
    filters: [],
    count: countedFacets,
    sort: 'distance',
    offset: 0,
    limit: 20,
  };
  return mix === 'browse 5 miles'
    ? browse
    : { ...browse, words: wordsTyped(random), filters: threeFilters(random) };
}

const wordsTyped = (random: Random): string =>
  Array.from({ length: 1 + random.whole(2) }, () => commonWord(random)).join(' ');

function threeFilters(random: Random): SearchQuery['filters'] {
  const kind = random.chance(0.7) ? 'childminder' : pickFrom(random, serviceKinds);
  const inclusion = () => pickFrom(random, inclusionAttributes).key;
  return [
    { facet: 'kind', anyOf: [kind] },
    { facet: 'inclusion', anyOf: [inclusion()] },
    { facet: 'inclusion', anyOf: [inclusion()] },
  ];
}

function pickFrom<T>(random: Random, from: readonly T[]): T {
  const found = from[random.whole(from.length)];
  if (found === undefined) throw new Error('There is nothing to pick from');
  return found;
}
