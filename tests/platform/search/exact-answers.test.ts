import type { EmbeddedEngine } from '#platform/search/embedded/engine.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bruteForce, worldOf, type World } from './brute-force.ts';
import { engineOf, everything } from './few-places.ts';
import { sampleDocuments, somePoint } from './sample-documents.ts';
import { parameters, queriesWith, someQuery, type SampleQuery } from './sample-queries.ts';

const world = worldOf(sampleDocuments(3000, 1));
const engine = engineFor(world);

describe('the engine answers as a plain filter over every document does', () => {
  test.each(parameters)('for %s alone', (parameter) => {
    fc.assert(
      fc.property(queriesWith([parameter]), (asked) => {
        expectSame(engine, world, asked);
      }),
      { seed: 2, numRuns: 100 },
    );
  });

  test('for 1,000 combinations of parameters', () => {
    let found = 0;
    fc.assert(
      fc.property(someQuery, (asked) => {
        if (expectSame(engine, world, asked).total > 0) found += 1;
      }),
      { seed: 3, numRuns: 1000 },
    );
    // The comparison means little unless many of the queries find something.
    expect(found).toBeGreaterThan(300);
  });

  test('for words, forgiven or not', () => {
    let forgiven = 0;
    fc.assert(
      fc.property(queriesWith(['words', 'near', 'count']), (asked) => {
        const { total, corrected } = expectSame(engine, world, asked);
        if (total > 0 && corrected.length > 0) forgiven += 1;
      }),
      { seed: 6, numRuns: 1000 },
    );
    expect(forgiven).toBeGreaterThan(100);
  });

  test('for a limit that is exactly the distance, or the detour, of a document', () => {
    fc.assert(
      fc.property(queriesWith(['along']), fc.nat(199), ({ query }, at) => {
        const { hits } = engine.search({ ...query, limit: 200 });
        const edge = hits[at % hits.length];
        fc.pre(edge !== undefined);
        const within = { ...query, along: null, withinMiles: edge.miles, limit: 10_000 };
        const ids = engine.search(within).hits.map(({ id }) => id);
        expect(ids).toContain(edge.id);
        const detourMiles = edge.detourMiles ?? NaN;
        const along = query.along && { ...query.along, detourMiles };
        expect(engine.search({ ...query, along, limit: 10_000 }).hits).toContainEqual(edge);
      }),
      { seed: 4, numRuns: 100 },
    );
  });

  test('for every small number of documents', () => {
    for (let count = 0; count < 40; count += 1) {
      const few = worldOf(sampleDocuments(count, count + 100));
      const small = engineFor(few);
      for (const asked of fc.sample(someQuery, { seed: count, numRuns: 15 })) {
        expectSame(small, few, asked);
      }
    }
  });

  test('for places so near one another that only the distance itself tells them apart', () => {
    const tiny = fc.double({ min: -1, max: 1, noNaN: true });
    const scale = fc.constantFrom(1e-9, 1e-7, 1e-5);
    const near = { latitude: 53.4, longitude: -2.3 };
    const away = fc.constantFrom(0, 0.05).chain((east) =>
      fc.tuple(tiny, tiny, scale).map(([up, along, size]) => ({
        latitude: near.latitude + up * size,
        longitude: near.longitude + east + along * size,
      })),
    );
    const points = fc.sample(away, { seed: 71, numRuns: 300 });
    const crowd = worldOf(
      sampleDocuments(300, 72).map(({ document, ...written }, at) => ({
        document: { ...document, point: points[at] ?? null },
        ...written,
      })),
    );
    const close = engineFor(crowd);
    const along = { to: { latitude: 53.5, longitude: -2.2 }, detourMiles: 100 };
    for (const sort of ['distance', 'detour', 'cost']) {
      const query = { ...everything, near, along, sort, limit: 300 };
      for (const limit of [1, 20, 150, 300]) {
        expectSame(close, crowd, { query: { ...query, limit }, words: [] });
      }
      for (const { miles } of bruteForce(crowd, { query, words: [] }).hits.slice(0, 40)) {
        expectSame(close, crowd, { query: { ...query, withinMiles: miles }, words: [] });
      }
    }
  });

  test('for places and ways anywhere on the globe', () => {
    const anywhere = fc.oneof(
      fc.record({
        latitude: fc.double({ min: -90, max: 90, noNaN: true }),
        longitude: fc.double({ min: -180, max: 180, noNaN: true }),
      }),
      fc.record({
        latitude: fc.constantFrom(-90, -89.99, 0, 53, 90),
        longitude: fc.constantFrom(-180, -179.99, 0, 90, 180),
      }),
    );
    const points = fc.sample(anywhere, { seed: 7, numRuns: 500 });
    const globe = worldOf(
      sampleDocuments(500, 8).map(({ document, ...written }, at) => ({
        document: { ...document, point: points[at] ?? null },
        ...written,
      })),
    );
    const global = engineFor(globe);
    const miles = fc.constantFrom(0, 1, 50, 1000, 6000, 12_000, 13_000, Infinity);
    fc.assert(
      fc.property(
        queriesWith(['sort', 'along']),
        ...[fc.oneof(anywhere, somePoint), anywhere, miles, fc.option(miles)],
        ({ query, words }, near, to, detourMiles, withinMiles) => {
          const asked = { ...query, near, withinMiles, along: { to, detourMiles }, limit: 1000 };
          expectSame(global, globe, { query: asked, words });
        },
      ),
      { seed: 9, numRuns: 400 },
    );
  });
});

function engineFor({ samples }: World): EmbeddedEngine {
  return engineOf(...samples.map(({ document }) => document));
}

function expectSame(engine: EmbeddedEngine, world: World, asked: SampleQuery) {
  const found = engine.search(asked.query);
  expect(found).toEqual(bruteForce(world, asked));
  return found;
}
