import type { SearchDocument, SearchHits, SearchQuery } from '#platform/search/search-engine.ts';
import type { Sample, SampleQuery } from './sample-documents.ts';

type Candidate = { readonly document: SearchDocument; readonly miles: number | null };
const collator = new Intl.Collator('en');

/** What the search port promises, said once more in the slowest and plainest way. */
export function bruteForce(samples: readonly Sample[], { query, words }: SampleQuery): SearchHits {
  const measured = samples
    .filter((sample) => hasWords(sample.words, words))
    .map(({ document }) => ({ document, miles: milesTo(document, query.near) }))
    .filter(({ document, miles }) => isNear(miles, query) && suitsAge(document, query.ageMonths));
  const hits = measured.filter(({ document }) => passes(document, query.filters));
  const inOrder = hits.toSorted((a, b) => compare(a, b, query));
  return {
    total: hits.length,
    hits: inOrder
      .slice(query.offset, query.offset + query.limit)
      .map(({ document, miles }) => ({ id: document.id, miles })),
    counts: Object.fromEntries(
      query.count.map((facet) => [facet, countsOf(facet, measured, query)]),
    ),
  };
}

function hasWords(held: readonly string[], wanted: readonly string[]): boolean {
  return wanted.every((word, at) => {
    const beginning = at === wanted.length - 1 && word.length >= 2;
    return held.some((other) => (beginning ? other.startsWith(word) : other === word));
  });
}

function milesTo({ point }: SearchDocument, near: SearchQuery['near']): number | null {
  if (near === null || point === null) return null;
  const turn = Math.PI / 180;
  const halfLatitude = ((point.latitude - near.latitude) * turn) / 2;
  const halfLongitude = ((point.longitude - near.longitude) * turn) / 2;
  const h =
    Math.sin(halfLatitude) ** 2 +
    Math.cos(near.latitude * turn) * Math.cos(point.latitude * turn) * Math.sin(halfLongitude) ** 2;
  return 2 * (6371.0088 / 1.609344) * Math.atan2(Math.sqrt(h), Math.sqrt(1 - h));
}

const isNear = (miles: number | null, { near, withinMiles }: SearchQuery): boolean =>
  near === null || withinMiles === null || (miles !== null && miles <= withinMiles);

const suitsAge = ({ ages }: SearchDocument, months: number | null): boolean =>
  months === null || ages === null || (ages.from <= months && months <= ages.to);

const passes = ({ facets }: SearchDocument, filters: SearchQuery['filters']): boolean =>
  filters.every(({ facet, anyOf }) => anyOf.some((value) => facets[facet]?.includes(value)));

function compare(a: Candidate, b: Candidate, { sort, near }: SearchQuery): number {
  const byName =
    collator.compare(a.document.name, b.document.name) || (a.document.id < b.document.id ? -1 : 1);
  if (sort === 'name' || near === null || a.miles === b.miles) return byName;
  return (a.miles ?? Infinity) - (b.miles ?? Infinity);
}

function countsOf(
  facet: string,
  measured: readonly Candidate[],
  { filters }: SearchQuery,
): Readonly<Record<string, number>> {
  const own = filters.filter((group) => group.facet === facet);
  const kept = own.length === 1 ? filters.filter((group) => group !== own[0]) : filters;
  const counts = new Map<string, number>();
  for (const { document } of measured.filter((candidate) => passes(candidate.document, kept))) {
    for (const value of new Set(document.facets[facet] ?? [])) {
      counts.set(value, (counts.get(value) ?? 0) + 1);
    }
  }
  return Object.fromEntries(counts);
}
