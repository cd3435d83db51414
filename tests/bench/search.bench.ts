/**
 * Times the embedded search engine: `node tests/bench/search.bench.ts [documents …]` (5,000 and
 * 100,000 when none are named). Documents and queries come from a seed; queries are interleaved.
 */
import { openEmbeddedEngine } from '#platform/search/embedded/engine.ts';
import type { SearchDocument, SearchEngine, SearchQuery } from '#platform/search/search-engine.ts';
import { randomFrom, type Random } from '../platform/search/random.ts';

type Point = NonNullable<SearchDocument['point']>;
const ROUNDS = 1000;
const random = randomFrom(42);
const listed = (name: string, count: number): readonly string[] =>
  Array.from({ length: count }, (_, at) => `${name}${at}`);

const towns: readonly Point[] = Array.from({ length: 48 }, () => ({
  latitude: 50.4 + random.next() * 4.6,
  longitude: -3.5 + random.next() * 4.5,
}));
const vocabulary = Array.from({ length: 8000 }, () => {
  const syllables = ['ba', 'no', 'ri', 'tel', 'mu', 'shan', 'ko', 'vi', 'pre', 'lo', 'dun', 'sey'];
  return Array.from({ length: 2 + random.whole(3) }, () => syllables[random.whole(12)]).join('');
});
const booleans = listed('bool', 30);
const facetNames = ['kind', 'language', 'band', 'day', 'inclusion'];

const commonWord = (): string => vocabulary[Math.floor(8000 * random.next() ** 3)] ?? '';
const normal = (): number => random.next() + random.next() + random.next() - 1.5;

function pointIn(source: Random): Point {
  if (source.chance(0.12)) {
    return { latitude: 50.4 + source.next() * 4.6, longitude: -3.5 + source.next() * 4.5 };
  }
  // Squared, so that the first towns are the great ones.
  const town = towns[Math.floor(48 * source.next() ** 2)] ?? { latitude: 52, longitude: -1 };
  return { latitude: town.latitude + normal() * 0.08, longitude: town.longitude + normal() * 0.13 };
}

function makeDocument(number: number): SearchDocument {
  const words = Array.from({ length: 45 }, commonWord);
  const from = random.whole(60);
  return {
    id: `service-${number}`,
    text: words.join(' '),
    name: words.slice(0, 3).join(' '),
    point: pointIn(random),
    facets: {
      kind: Array.from({ length: 1 + random.whole(3) }, () => `kind${random.whole(40)}`),
      language: random.some(listed('language', 20), 0.1),
      band: random.some(listed('band', 6), 0.4),
      day: random.some(listed('day', 7), 0.6),
      inclusion: random.some(booleans, 0.3),
    },
    ages: { from, to: from + random.whole(150) },
  };
}

function makeQuery(changes: Partial<SearchQuery>): SearchQuery {
  const browse: SearchQuery = {
    words: '',
    near: pointIn(random),
    withinMiles: 5,
    ageMonths: null,
    filters: [],
    count: facetNames,
    sort: 'distance',
    offset: 0,
    limit: 20,
  };
  return { ...browse, ...changes };
}

const wordsTyped = (): string => Array.from({ length: 1 + random.whole(2) }, commonWord).join(' ');
const threeFilters = (): SearchQuery['filters'] => [
  { facet: 'kind', anyOf: [`kind${random.whole(40)}`] },
  { facet: 'inclusion', anyOf: [`bool${random.whole(30)}`] },
  { facet: 'inclusion', anyOf: [`bool${random.whole(30)}`] },
];

const mixes: Readonly<Record<string, () => SearchQuery>> = {
  'words + 5 miles + 3 filters': () => makeQuery({ words: wordsTyped(), filters: threeFilters() }),
  'unfinished word + 5 miles': () => makeQuery({ words: commonWord().slice(0, 3) }),
  'browse 5 miles': () => makeQuery({}),
  'browse 5 miles + 3 filters': () => makeQuery({ filters: threeFilters() }),
  'any distance, words': () => makeQuery({ words: wordsTyped(), withinMiles: null }),
  'any distance, no words': () => makeQuery({ withinMiles: null }),
  'everything by name': () => makeQuery({ near: null, withinMiles: null, sort: 'name' }),
};

const sizes = process.argv.slice(2).map(Number);
for (const size of sizes.length > 0 ? sizes : [5_000, 100_000]) report(size);

function report(size: number): void {
  const documents = Array.from({ length: size }, (_, number) => makeDocument(number));
  const engine = openEmbeddedEngine();
  const started = performance.now();
  engine.rebuild(documents);
  const built = performance.now() - started;
  const changed = performance.now();
  engine.index(documents.slice(0, 1));
  engine.search(makeQuery({}));
  const rebuilt = performance.now() - changed;
  process.stdout.write(
    `\n${size.toLocaleString('en-GB')} documents, built in ${built.toFixed(0)} ms, again after a change in ${rebuilt.toFixed(0)} ms\n`,
  );
  for (const [name, { times, hits }] of Object.entries(measure(engine))) {
    const [p50, p99] = [0.5, 0.99].map((part) => times[Math.floor(times.length * part)] ?? 0);
    process.stdout.write(
      `  ${name.padEnd(30)} p50 ${p50?.toFixed(3)} ms   p99 ${p99?.toFixed(3)} ms   ${hits} hits on average\n`,
    );
  }
}

function measure(engine: SearchEngine) {
  const results = Object.entries(mixes).map(([name, make]) => ({
    name,
    make,
    times: [0],
    found: 0,
  }));
  for (let round = -100; round < ROUNDS; round += 1) {
    for (const result of results) {
      const query = result.make();
      const start = performance.now();
      const { total } = engine.search(query);
      const took = performance.now() - start;
      if (round < 0) continue;
      result.times.push(took);
      result.found += total;
    }
  }
  return Object.fromEntries(
    results.map(({ name, times, found }) => [
      name,
      { times: times.toSorted((a, b) => a - b), hits: Math.round(found / ROUNDS) },
    ]),
  );
}
