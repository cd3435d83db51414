import type { SearchQuery } from '#platform/search/search-engine.ts';
import fc from 'fast-check';
import { everything } from './few-places.ts';
import {
  facetValues,
  rankNames,
  someDay,
  someNumber,
  somePoint,
  spanLists,
  spellings,
} from './sample-documents.ts';

/** `words` are what the typed words of the query fold to. */
export type SampleQuery = { readonly query: SearchQuery; readonly words: readonly string[] };

export const parameters = [
  ...(['words', 'near', 'within', 'along', 'covers'] as const),
  ...(['filters', 'count', 'sort', 'page'] as const),
];
export type Parameter = (typeof parameters)[number];

export type Mistake = { readonly kind: number; readonly place: number; readonly letter: string };

/** The word with a letter gone, added or wrong, or with two neighbours swapped. */
export function mistype(word: string, { kind, place, letter }: Mistake): string {
  const at = place % word.length;
  const [before, here, after] = [word.slice(0, at), word.slice(at, at + 1), word.slice(at + 1)];
  if (kind === 0 && word.length > 1) return before + after;
  if (kind === 1) return before + letter + here + after;
  if (kind === 2) return before + letter + after;
  return before + after.slice(0, 1) + here + after.slice(1);
}

const someFolded = fc.constantFrom(...spellings).map(([folded]) => folded);
const someMistyped = fc
  .tuple(
    someFolded,
    fc.array(
      fc.record({
        kind: fc.nat(3),
        place: fc.nat(12),
        letter: fc.constantFrom('a', 'e', 's', 'x', '1', 'ن'),
      }),
      { minLength: 1, maxLength: 2 },
    ),
  )
  .map(([word, mistakes]) => mistakes.reduce(mistype, word));
const somePart = fc
  .tuple(someFolded, fc.nat(4), fc.integer({ min: 1, max: 6 }))
  .map(([word, from, length]) => word.slice(from, from + length))
  .filter((part) => part !== '');
const asTyped = (folded: string) => ({ folded, typed: folded.toUpperCase() });
const someTyped = fc.oneof(
  fc
    .constantFrom(...spellings)
    .chain((row) => fc.constantFrom(...row).map((typed) => ({ folded: row[0], typed }))),
  somePart.map(asTyped),
  someMistyped.map(asTyped),
  fc.constantFrom('qqqq', 'qqqqqqqqqq', 'm34', 'ey123457', 'constructor').map(asTyped),
);

const someCondition = fc.record({
  list: fc.constantFrom(...spanLists, 'unheard-of', '__proto__'),
  at: fc.option(fc.oneof(someDay, fc.constant(NaN))),
  from: fc.oneof(someNumber, fc.constantFrom(-Infinity, 0.5, NaN, Number.MAX_SAFE_INTEGER)),
  to: fc.oneof(someNumber, fc.constantFrom(Infinity, 0.5, NaN, -1)),
  by: fc.option(fc.oneof(someNumber, fc.constantFrom(NaN, Infinity))),
  orUnsaid: fc.boolean(),
});

const groups: readonly (readonly [string, readonly string[]])[] = [
  ...Object.entries(facetValues),
  ['unheard-of', ['this']],
];
const someGroup = fc
  .constantFrom(...groups)
  .chain(([facet, values]) =>
    fc.subarray([...values, 'no such value']).map((anyOf) => ({ facet, anyOf })),
  );

const some = {
  words: fc.array(someTyped, { minLength: 1, maxLength: 3 }),
  near: somePoint,
  within: fc.constantFrom(0, 0.5, 1, 5, 20, 300),
  along: fc.record({ to: somePoint, detourMiles: fc.constantFrom(0, 0.5, 2, 10, 500) }),
  covers: fc.array(someCondition, { minLength: 1, maxLength: 3 }),
  filters: fc.array(someGroup, { minLength: 1, maxLength: 4 }),
  count: fc.subarray([...Object.keys(facetValues), 'unheard-of', '__proto__']),
  sort: fc.constantFrom(
    'distance',
    'name',
    'detour',
    'relevance',
    ...rankNames,
    'unheard-of',
    '__proto__',
  ),
  page: fc.record({
    offset: fc.constantFrom(0, 1, 19, 200, 100_000),
    limit: fc.constantFrom(0, 1, 7, 100, 10_000),
  }),
};

/** Queries that use the given parameters, and a centre when one of them needs it. */
export function queriesWith(used: readonly Parameter[]): fc.Arbitrary<SampleQuery> {
  const when = <T, U>(needed: readonly Parameter[], value: fc.Arbitrary<T>, otherwise: U) =>
    needed.some((parameter) => used.includes(parameter)) ? value : fc.constant(otherwise);
  return fc
    .record({
      typed: when(['words'], some.words, []),
      near: when(['near', 'within', 'along'], some.near, null),
      withinMiles: when(['within'], some.within, null),
      along: when(['along'], some.along, null),
      covers: when(['covers'], some.covers, []),
      filters: when(['filters'], some.filters, []),
      count: when(['count'], some.count, []),
      sort: when(['sort'], some.sort, everything.sort),
      page: when(['page'], some.page, { offset: 0, limit: 20 }),
    })
    .map(({ typed, page, ...query }) => ({
      query: { ...query, ...page, words: typed.map((word) => word.typed).join(' ') },
      words: typed.map((word) => word.folded),
    }));
}

/** Queries that use some of the parameters, few or many. */
export const someQuery = fc.subarray(parameters, { minLength: 1 }).chain(queriesWith);
