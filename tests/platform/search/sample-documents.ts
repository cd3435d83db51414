import type { SearchDocument, SearchQuery } from '#platform/search/search-engine.ts';
import { randomFrom, type Random } from './random.ts';

type Point = NonNullable<SearchDocument['point']>;

/** Each row: a word as the index should compare it, then ways in which people write it. */
export const spellings: readonly [
  readonly [string, ...string[]],
  ...(readonly [string, ...string[]])[],
] = [
  ['little', 'Little', 'LITTLE'],
  ['litter', 'litter'],
  ['lit', 'Lit'],
  ['l', 'L'],
  ['stars', 'Stars', 'ｓｔａｒｓ'],
  ['star', 'star'],
  ['marys', "Mary's", 'Mary’s', 'MARYS'],
  ['cafe', 'Café', 'cafe', 'Cafe\u0301'],
  ['lodz', 'Łódź', 'lodz'],
  ['strasse', 'Straße', 'STRASSE'],
  ['nursery', 'Nursery', 'nur\u00adsery'],
  ['nurse', 'nurse'],
  ['playgroup', 'Playgroup'],
  ['play', 'play'],
  ['sen', 'SEN'],
  ['sensory', 'sensory'],
  ['m33', 'M33', 'm٣۳'],
  ['7xx', '7XX'],
  ['نرسری', 'نرسری', 'نرسري', 'نَرسری'],
  ['بچوں', 'بچوں', '\u200fبچوں'],
  ['کی', 'کی', 'كي'],
  ['गाना', 'गाना'],
  ['गान', 'गान'],
];

export const facetValues: Readonly<Record<string, readonly [string, ...string[]]>> = {
  kind: ['nursery', 'childminder', 'holiday club', 'playgroup', 'after-school'],
  language: listed('lang', 20),
  inclusion: listed('inc', 50),
  day: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'],
  place: listed('ward', 25),
  awkward: ['constructor', '__proto__', 'toString'],
};

/** A document with the folded words that its text was written from. */
export type Sample = { readonly document: SearchDocument; readonly words: readonly string[] };

/** Clustered, with many equal names, shared points and gaps, so that ties and edges are common. */
export function sampleDocuments(count: number, seed: number): readonly Sample[] {
  const random = randomFrom(seed);
  const shared = Array.from({ length: 60 }, () => pointAround(random, 0.05));
  return Array.from({ length: count }, (_, number): Sample => {
    const rows = Array.from({ length: 1 + random.whole(6) }, () => random.pick(spellings));
    const from = random.whole(60);
    const document: SearchDocument = {
      id: `${random.whole(1e6)}-${number}`,
      text: rows.map((row) => random.pick(row)).join(random.pick([' ', ', ', '\n', ' – '])),
      name: random.pick([
        'Ash',
        'ash',
        'Élan',
        'Elan',
        'Zebra',
        'ابر',
        '',
        `Room ${random.whole(400)}`,
      ]),
      point: random.chance(0.1)
        ? null
        : ((random.chance(0.3) ? shared[random.whole(60)] : undefined) ?? pointAround(random, 0.3)),
      facets: Object.fromEntries(
        Object.entries(facetValues)
          .filter(() => random.chance(0.9))
          .map(([facet, values]) => [facet, random.some(values, random.pick([0.05, 0.3, 0.8]))]),
      ),
      ages: random.chance(0.2) ? null : { from, to: from + random.whole(120) },
    };
    return { document, words: rows.map(([folded]) => folded) };
  });
}

export type SampleQuery = { readonly query: SearchQuery; readonly words: readonly string[] };
export const parameters = [
  'words',
  'near',
  'within',
  'age',
  'filters',
  'count',
  'name',
  'page',
] as const;
export type Parameter = (typeof parameters)[number];

export const everything: SearchQuery = {
  words: '',
  near: null,
  withinMiles: null,
  ageMonths: null,
  filters: [],
  count: [],
  sort: 'distance',
  offset: 0,
  limit: 20,
};

/** A query that uses the given parameters; `words` are what its typed words fold to. */
export function sampleQuery(random: Random, used: readonly Parameter[]): SampleQuery {
  const uses = (parameter: Parameter): boolean => used.includes(parameter);
  const rows = uses('words')
    ? Array.from({ length: 1 + random.whole(3) }, () => random.pick(spellings))
    : [];
  const cut = random.chance(0.5);
  const typed = rows.map((row) => random.pick(row));
  const words = rows.map(([folded]) => folded);
  const last = words.at(-1);
  if (cut && last !== undefined) {
    const beginning = [...last].slice(0, 1 + random.whole(4)).join('');
    words.splice(-1, 1, beginning);
    typed.splice(-1, 1, beginning.toUpperCase());
  }
  const query: SearchQuery = {
    words: typed.join(' '),
    near: uses('near') || uses('within') ? pointAround(random, 0.2) : null,
    withinMiles: uses('within') ? random.pick([0, 0.5, 1, 5, 20, 300]) : null,
    ageMonths: uses('age') ? random.whole(200) : null,
    filters: uses('filters') ? sampleFilters(random) : [],
    count: uses('count') ? [...random.some(Object.keys(facetValues), 0.7), 'unheard-of'] : [],
    sort: uses('name') ? 'name' : 'distance',
    offset: uses('page') ? random.pick([0, 1, 19, 200, 100_000]) : 0,
    limit: uses('page') ? random.pick([0, 1, 7, 100, 10_000]) : 20,
  };
  return { query, words };
}

function sampleFilters(random: Random): SearchQuery['filters'] {
  const facets = Object.entries(facetValues);
  return Array.from({ length: 1 + random.whole(4) }, () => {
    const [facet, values] = facets[random.whole(facets.length)] ?? ['kind', ['nursery']];
    const anyOf = random.some(values, random.pick([0.1, 0.4, 0.9]));
    const unknown = random.chance(0.05) ? ['no such value'] : [];
    return { facet: random.chance(0.03) ? 'no such facet' : facet, anyOf: [...anyOf, ...unknown] };
  });
}

function pointAround(random: Random, spread: number): Point {
  const town = random.pick([
    { latitude: 53.42, longitude: -2.32 },
    { latitude: 51.5, longitude: 0 },
    { latitude: 50.1, longitude: -5.5 },
  ]);
  const away = () => (random.next() + random.next() - 1) * spread;
  return { latitude: town.latitude + away(), longitude: town.longitude + away() * 1.6 };
}

function listed(name: string, count: number): readonly [string, ...string[]] {
  return [`${name}-0`, ...Array.from({ length: count - 1 }, (_, at) => `${name}-${at + 1}`)];
}
