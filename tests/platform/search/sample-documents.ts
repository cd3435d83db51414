import type { SearchDocument, SearchSpan } from '#platform/search/search-engine.ts';
import fc from 'fast-check';

/** Each row: a word as the index should compare it, then ways in which people write it. */
export const spellings: readonly (readonly [string, ...string[]])[] = [
  ['little', 'Little', 'LITTLE'],
  ['litter', 'litter'],
  ['lit', 'Lit'],
  ['l', 'L'],
  ['stars', 'Stars', 'ｓｔａｒｓ'],
  ['starlight', 'Starlight'],
  ['marys', "Mary's", 'Mary’s', 'MARYS'],
  ['cafe', 'Café', 'cafe', 'Cafe\u0301'],
  ['lodz', 'Łódź', 'lodz'],
  ['strasse', 'Straße', 'STRASSE'],
  ['nursery', 'Nursery', 'nur\u00adsery'],
  ['nurseries', 'Nurseries'],
  ['nursing', 'nursing'],
  ['playgroup', 'Playgroup'],
  ['playgroups', 'playgroups'],
  ['play', 'play'],
  ['childminder', 'childminder', 'Childminder'],
  ['sen', 'SEN'],
  ['sensory', 'sensory'],
  ['przedszkole', 'Przedszkole'],
  ['m33', 'M33', 'm٣۳'],
  ['7xx', '7XX'],
  ['ey123456', 'EY123456'],
  ['نرسری', 'نرسری', 'نرسري', 'نَرسری'],
  ['بچوں', 'بچوں', '\u200fبچوں'],
  ['کی', 'کی', 'كي'],
  ['गाना', 'गाना'],
  ['गान', 'गान'],
];

const listed = (name: string, count: number): readonly string[] =>
  Array.from({ length: count }, (_, at) => `${name}-${at}`);

export const facetValues: Readonly<Record<string, readonly string[]>> = {
  kind: ['nursery', 'childminder', 'holiday club', 'playgroup', 'after-school'],
  language: listed('lang', 20),
  inclusion: listed('inc', 50),
  day: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'],
  awkward: ['constructor', '__proto__', 'toString'],
};

export const spanLists = ['ages', 'open', 'vacancy', 'constructor'];
export const rankNames = ['cost', 'updated', 'constructor'];

/** A document with the folded words that its text and its name were written from. */
export type Sample = {
  readonly document: SearchDocument;
  readonly words: readonly string[];
  readonly named: readonly string[];
};

/** Few enough different places that some share one, and some are where the search starts. */
export const somePoint = fc
  .record({
    town: fc.constantFrom([53.42, -2.32] as const, [51.5, 0] as const, [50.1, -5.5] as const),
    north: fc.integer({ min: -40, max: 40 }),
    east: fc.integer({ min: -40, max: 40 }),
  })
  .map(({ town: [latitude, longitude], north, east }) => ({
    latitude: latitude + north / 200,
    longitude: longitude + east / 100,
  }));

/** Small whole numbers, so that spans and what they are asked for often meet at the edge. */
export const someNumber = fc.integer({ min: 0, max: 24 });
export const someDay = fc.integer({ min: 1, max: 3 });

const someSpan: fc.Arbitrary<SearchSpan> = fc
  .record({
    at: fc.option(someDay, { nil: undefined }),
    from: fc.oneof(someNumber, fc.constantFrom(-Infinity, 0.5, 1e15)),
    long: fc.oneof(someNumber, fc.constantFrom(-1, Infinity)),
    since: fc.option(someNumber, { nil: undefined }),
  })
  .map(({ at, from, long, since }) => ({
    ...{ from, to: from + long },
    ...(at !== undefined && { at }),
    ...(since !== undefined && { since }),
  }));

/** Each key half of the time, with a value of its own. */
const someOf = <T>(keys: readonly string[], value: (key: string) => fc.Arbitrary<T>) =>
  fc
    .tuple(...keys.map((key) => fc.option(value(key))))
    .map((values): Readonly<Record<string, T>> => {
      const pairs = keys.map((key, at) => [key, values[at] ?? null] as const);
      return Object.fromEntries(pairs.flatMap(([key, own]) => (own === null ? [] : [[key, own]])));
    });

const someWritten = fc
  .constantFrom(...spellings)
  .chain((row) => fc.constantFrom(...row).map((written) => ({ folded: row[0], written })));

const someSample = fc
  .record({
    words: fc.array(someWritten, { minLength: 1, maxLength: 6 }),
    between: fc.constantFrom(' ', ', ', '\n', ' – '),
    id: fc.nat(1e6),
    name: fc.oneof(
      fc.constantFrom('Ash', 'ash', 'Élan', 'Elan', 'Zebra', 'ابر', '', '\uffff'),
      fc.nat(400).map((room) => `Room ${room}`),
    ),
    /** Words in front of that name: so many of the text, and perhaps one that may not be in it. */
    ownWords: fc.nat(3),
    another: fc.option(someWritten),
    point: fc.option(somePoint, { freq: 9 }),
    facets: someOf(Object.keys(facetValues), (facet) =>
      fc.subarray([...(facetValues[facet] ?? [])]),
    ),
    spans: someOf(spanLists, () => fc.array(someSpan, { maxLength: 4 })),
    ranks: someOf(rankNames, () => fc.oneof(someNumber, fc.constantFrom(-Infinity, Infinity))),
  })
  .map(({ words, between, name, ownWords, another, ...rest }) => {
    const named = [...words.slice(0, ownWords), ...(another === null ? [] : [another])];
    return {
      words: words.map(({ folded }) => folded),
      named: named.map(({ folded }) => folded),
      document: {
        ...rest,
        name: [...named.map(({ written }) => written), name].join(' '),
        text: words.map(({ written }) => written).join(between),
      },
    };
  });

/** The same for the same seed; every id once. */
export function sampleDocuments(count: number, seed: number): readonly Sample[] {
  if (count === 0) return [];
  return fc
    .sample(someSample, { numRuns: count, seed })
    .map(({ document, ...written }, number) => ({
      document: { ...document, id: `${document.id}-${number}` },
      ...written,
    }));
}
