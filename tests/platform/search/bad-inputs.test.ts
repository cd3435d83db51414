import { openEmbeddedEngine } from '#platform/search/embedded/engine.ts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { everything, sampleDocuments } from './sample-documents.ts';

const samples = sampleDocuments(2000, 21);
const engine = openEmbeddedEngine();
engine.rebuild(samples.map(({ document }) => document));
const totalFor = (words: string): number => engine.search({ ...everything, words }).total;

test.each([
  ["'; DROP TABLE provider; --"],
  ['" OR name:* NEAR/2 ('],
  ['nursery AND NOT (play*'],
  ['\ud800 lone \udfff halves'],
  ['\u0000\u0007\u001b[31m'],
  ['\u202e\u2066\u200f\u061c'],
  ['Z\u0351\u036b\u0343\u036a\u0302'.repeat(200)],
  ['\u{e0001}\u{1f468}\u200d\u{1f469}\u200d\u{1f467}'],
  ['ﷺ'.repeat(3000)],
  ['constructor __proto__ toString'],
])('%j is only words', (words) => {
  expect(totalFor(words)).toBeLessThanOrEqual(samples.length);
});

test('10 kB of anything is answered within 5 ms', () => {
  const shapes = ['a', 'a ', 'li ', "'", '\u0301', '👶', 'ﷺ', '% ', 'nursery '];
  for (const shape of shapes) {
    const words = shape.repeat(Math.ceil(10_000 / shape.length));
    // The best of five, so that a busy machine does not fail it.
    const times = Array.from({ length: 5 }, () => {
      const start = performance.now();
      totalFor(words);
      return performance.now() - start;
    });
    expect(Math.min(...times), shape).toBeLessThan(5);
  }
});

test('words beyond the twelfth are not looked at', () => {
  const twelve = 'star '.repeat(12);
  expect(totalFor(twelve)).toBeGreaterThan(0);
  expect(totalFor(`${twelve} nosuchword`)).toBe(totalFor(twelve));
  expect(totalFor(`${'star '.repeat(11)} nosuchword`)).toBe(0);
});

test('any text and any numbers give an answer that holds together', () => {
  const number = fc.oneof(fc.double(), fc.integer({ min: -200, max: 200 }));
  const point = fc.record({ latitude: number, longitude: number });
  const query = fc.record({
    words: fc.string({ unit: 'binary', maxLength: 60 }),
    near: fc.option(point),
    withinMiles: fc.option(number),
    ageMonths: fc.option(number),
    filters: fc.array(fc.record({ facet: fc.string(), anyOf: fc.array(fc.string()) }), {
      maxLength: 3,
    }),
    count: fc.array(fc.constantFrom('kind', 'day', '__proto__', 'none'), { maxLength: 3 }),
    sort: fc.constantFrom('distance' as const, 'name' as const),
    offset: number,
    limit: number,
  });
  fc.assert(
    fc.property(query, (asked) => {
      const { total, hits } = engine.search(asked);
      expect(hits.length).toBeLessThanOrEqual(Math.min(total, Math.max(0, asked.limit || 0)));
      expect(new Set(hits.map(({ id }) => id)).size).toBe(hits.length);
    }),
    { seed: 22, numRuns: 1000 },
  );
});

test('a limit below nothing, or that is no number, matches nothing', () => {
  const near = samples.find(({ document }) => document.point !== null)?.document.point ?? null;
  const totalWithin = (withinMiles: number) =>
    engine.search({ ...everything, near, withinMiles }).total;
  expect(totalWithin(0)).toBeGreaterThan(0);
  expect(totalWithin(-0.001)).toBe(0);
  expect(totalWithin(-1)).toBe(0);
  expect(totalWithin(-5000)).toBe(0);
  expect(totalWithin(NaN)).toBe(0);
});

test('a centre that is not on the globe counts as none', () => {
  const lost = { latitude: NaN, longitude: 500 };
  const found = engine.search({ ...everything, near: lost, withinMiles: 5 });
  expect(found).toEqual(engine.search(everything));
});

test('a document whose point is not on the globe is found as one without', () => {
  const other = openEmbeddedEngine();
  const lost = { latitude: 5340, longitude: -2.3 };
  other.index([{ id: 'a', text: 'a', name: 'a', point: lost, facets: {}, ages: null }]);
  const near = { latitude: 53.4, longitude: -2.3 };
  expect(other.search({ ...everything, near }).hits).toEqual([{ id: 'a', miles: null }]);
  expect(other.search({ ...everything, near, withinMiles: 1e9 }).total).toBe(0);
});

test('a page beyond the last is empty and still knows the total', () => {
  const far = engine.search({ ...everything, offset: 9999 * 20 });
  expect(far).toMatchObject({ total: samples.length, hits: [] });
});
