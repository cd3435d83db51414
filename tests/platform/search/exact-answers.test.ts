import { openEmbeddedEngine } from '#platform/search/embedded/engine.ts';
import type { SearchEngine } from '#platform/search/search-engine.ts';
import { describe, expect, test } from 'vitest';
import { bruteForce } from './brute-force.ts';
import { randomFrom } from './random.ts';
import {
  parameters,
  sampleDocuments,
  sampleQuery,
  type Sample,
  type SampleQuery,
} from './sample-documents.ts';

const samples = sampleDocuments(3000, 1);
const engine = openEmbeddedEngine();
engine.rebuild(samples.map(({ document }) => document));

describe('the engine answers as a plain filter over every document does', () => {
  test.each(parameters)('for %s alone', (parameter) => {
    const random = randomFrom(2);
    for (let round = 0; round < 40; round += 1)
      expectSame(engine, samples, sampleQuery(random, [parameter]));
  });

  test('for 600 combinations of parameters', () => {
    const random = randomFrom(3);
    let found = 0;
    for (let round = 0; round < 600; round += 1) {
      const used = random.some(parameters, random.pick([0.3, 0.6, 0.9]));
      found += expectSame(engine, samples, sampleQuery(random, used)) > 0 ? 1 : 0;
    }
    // The comparison means little unless many of the queries find something.
    expect(found).toBeGreaterThan(300);
  });

  test('for a limit that is exactly the distance of a document', () => {
    const random = randomFrom(4);
    for (let round = 0; round < 60; round += 1) {
      const { query } = sampleQuery(random, ['near']);
      const hits = engine.search({ ...query, limit: 200 }).hits;
      const edge = hits[random.whole(hits.length)];
      const within = engine.search({ ...query, withinMiles: edge?.miles ?? 0, limit: 200 });
      expect(within.hits).toContainEqual(edge);
    }
  });

  test('for every small number of documents', () => {
    const random = randomFrom(5);
    for (let count = 0; count < 40; count += 1) {
      const few = sampleDocuments(count, count + 100);
      const small = openEmbeddedEngine();
      small.rebuild(few.map(({ document }) => document));
      for (let round = 0; round < 10; round += 1) {
        expectSame(small, few, sampleQuery(random, random.some(parameters, 0.4)));
      }
    }
  });
});

function expectSame(engine: SearchEngine, world: readonly Sample[], asked: SampleQuery): number {
  const expected = bruteForce(world, asked);
  const found = engine.search(asked.query);
  const said = JSON.stringify(asked);
  expect(found.total, said).toBe(expected.total);
  expect(found.counts, said).toEqual(expected.counts);
  expect(
    found.hits.map(({ id }) => id),
    said,
  ).toEqual(expected.hits.map(({ id }) => id));
  found.hits.forEach(({ miles }, at) => {
    const wanted = expected.hits[at]?.miles ?? null;
    if (wanted === null) expect(miles, said).toBeNull();
    else expect(miles, said).toBeCloseTo(wanted, 6);
  });
  return found.total;
}
