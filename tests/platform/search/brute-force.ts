import { milesBetween } from '#platform/search/miles-between.ts';
import type {
  SearchDocument,
  SearchHits,
  SearchQuery,
  SpanCondition,
} from '#platform/search/search-engine.ts';
import { holdersOf, wordsMeant, type Holders } from './brute-force-words.ts';
import type { Sample } from './sample-documents.ts';
import type { SampleQuery } from './sample-queries.ts';

type Candidate = {
  readonly document: SearchDocument;
  /** How many of the words typed its name does not have. */
  readonly missing: number;
  readonly miles: number | null;
  readonly detourMiles: number | null;
};
export type World = { readonly samples: readonly Sample[]; readonly holders: Holders };

export const worldOf = (samples: readonly Sample[]): World => ({
  samples,
  holders: holdersOf(samples),
});

const collator = new Intl.Collator('en');

/** What a document has under a name, `constructor` and `__proto__` being names like any other. */
const own = <T>(all: Readonly<Record<string, T>>, name: string): T | undefined =>
  Object.hasOwn(all, name) ? all[name] : undefined;

/** What the search port promises, said once more in the slowest and plainest way. */
export function bruteForce({ samples, holders }: World, { query, words }: SampleQuery): SearchHits {
  const { meant, corrected } = wordsMeant(holders, words);
  const suited = samples
    .filter((sample) => meant.every((words) => sample.words.some((word) => words.has(word))))
    .map((sample) => ({ missing: missingIn(sample, meant), ...measure(sample.document, query) }))
    .filter((candidate) => isReached(candidate, query))
    .filter(({ document }) => query.covers.every((condition) => meets(document, condition)));
  const hits = suited.filter(({ document }) => passes(document, query.filters));
  const inOrder = hits.toSorted((a, b) => compare(a, b, query));
  return {
    total: hits.length,
    hits: inOrder
      .slice(query.offset, query.offset + query.limit)
      .map(({ document: { id }, miles, detourMiles }) => ({ id, miles, detourMiles })),
    counts: Object.fromEntries(query.count.map((facet) => [facet, countsOf(facet, suited, query)])),
    corrected,
  };
}

/** A word that is in the name alone is not searched for, and does not count. */
const missingIn = ({ named, words }: Sample, meant: readonly ReadonlySet<string>[]): number =>
  meant.filter((any) => !named.some((word) => any.has(word) && words.includes(word))).length;

function measure(
  document: SearchDocument,
  { near, along }: SearchQuery,
): Omit<Candidate, 'missing'> {
  const { point } = document;
  if (near === null || point === null) return { document, miles: null, detourMiles: null };
  const miles = milesBetween(near, point);
  if (along === null) return { document, miles, detourMiles: null };
  const longer = miles + milesBetween(point, along.to) - milesBetween(near, along.to);
  return { document, miles, detourMiles: Math.max(0, longer) };
}

function isReached({ miles, detourMiles }: Candidate, query: SearchQuery): boolean {
  const { near, withinMiles, along } = query;
  if (near === null) return true;
  if (withinMiles !== null && (miles === null || miles > withinMiles)) return false;
  return along === null || (detourMiles !== null && detourMiles <= along.detourMiles);
}

function meets({ spans }: SearchDocument, condition: SpanCondition): boolean {
  const { list, at, from, to, by, orUnsaid } = condition;
  const said = own(spans, list);
  if (said === undefined) return orUnsaid;
  return said.some((span) => {
    const holds = at === null || span.at === undefined || span.at === at;
    const counts = by === null || span.since === undefined || span.since <= by;
    const contains = [from, to].every((wanted) => span.from <= wanted && wanted <= span.to);
    return holds && counts && (from > to || contains);
  });
}

const passes = ({ facets }: SearchDocument, filters: SearchQuery['filters']): boolean =>
  filters.every(({ facet, anyOf }) => anyOf.some((value) => own(facets, facet)?.includes(value)));

function compare(a: Candidate, b: Candidate, { sort, near, along }: SearchQuery): number {
  const byName =
    collator.compare(a.document.name, b.document.name) || (a.document.id < b.document.id ? -1 : 1);
  const byDistance = near === null ? byName : lowest(a.miles, b.miles) || byName;
  if (sort === 'name') return byName;
  if (sort === 'distance') return byDistance;
  if (sort === 'relevance') return a.missing - b.missing || byDistance;
  if (sort === 'detour') {
    if (near === null || along === null) return byDistance;
    return lowest(a.detourMiles, b.detourMiles) || byName;
  }
  return lowest(rankOf(a.document, sort), rankOf(b.document, sort)) || byDistance;
}

const rankOf = ({ ranks }: SearchDocument, name: string): number | null => own(ranks, name) ?? null;

/** Whichever is lower first; what is not there last. */
function lowest(a: number | null, b: number | null): number {
  if (a === b) return 0;
  if (a === null) return 1;
  return b === null || a < b ? -1 : 1;
}

function countsOf(
  facet: string,
  suited: readonly Candidate[],
  { filters }: SearchQuery,
): Readonly<Record<string, number>> {
  const groups = filters.filter((group) => group.facet === facet);
  const kept = groups.length === 1 ? filters.filter((group) => group !== groups[0]) : filters;
  const counts = new Map<string, number>();
  for (const { document } of suited.filter((candidate) => passes(candidate.document, kept))) {
    for (const value of new Set(own(document.facets, facet) ?? [])) {
      counts.set(value, (counts.get(value) ?? 0) + 1);
    }
  }
  return Object.fromEntries(counts);
}
