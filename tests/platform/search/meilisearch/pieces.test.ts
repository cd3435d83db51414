import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareNamed } from '#platform/search/embedded/name-order.ts';
import { cellsAt, coverCircle } from '#platform/search/meilisearch/cells.ts';
import { isForEmbedded } from '#platform/search/meilisearch/is-for-embedded.ts';
import { nameKeys } from '#platform/search/meilisearch/name-keys.ts';
import {
  idOf,
  isKept,
  safeId,
  safeValue,
  valueOf,
} from '#platform/search/meilisearch/safe-text.ts';
import { milesBetween } from '#platform/search/miles-between.ts';
import { everything } from '../few-places.ts';

const somewhere = fc.record({
  latitude: fc.oneof(fc.double({ min: -90, max: 90, noNaN: true }), fc.constantFrom(-90, 0, 90)),
  longitude: fc.oneof(
    fc.double({ min: -180, max: 180, noNaN: true }),
    fc.constantFrom(-180, 0, 180),
  ),
});
/** At the poles another engine answers. */
const centre = somewhere.map((point) => ({ ...point, latitude: (point.latitude * 8) / 9 }));
const near = { latitude: 53.42, longitude: -2.32 };
const aroundUs = fc
  .tuple(fc.integer({ min: -2000, max: 2000 }), fc.integer({ min: -2000, max: 2000 }))
  .map(([north, east]) => ({
    latitude: near.latitude + north / 10_000,
    longitude: near.longitude + east / 10_000,
  }));

test('a circle’s cells hold every place within it; those inside hold no other', () => {
  const miles = fc.constantFrom(0, 0.25, 0.5, 1, 3, 5, 10, 20, 300, 6000, 13_000, Infinity);
  const check = (from: typeof near, place: typeof near, radius: number) => {
    const { inside, edge } = coverCircle(from, radius);
    const cells = cellsAt(place);
    const isWithin = milesBetween(from, place) <= radius;
    if (cells.some((cell) => inside.includes(cell))) expect(isWithin).toBe(true);
    else if (isWithin) expect(cells.some((cell) => edge.includes(cell))).toBe(true);
  };
  fc.assert(fc.property(centre, somewhere, miles, check), { seed: 1, numRuns: 400 });
  fc.assert(fc.property(aroundUs, aroundUs, miles, check), { seed: 2, numRuns: 1000 });
});

test('the usual circles are few cells', () => {
  for (const miles of [0.25, 0.5, 1, 2, 3, 5, 10, 20, 50]) {
    const { inside, edge } = coverCircle(near, miles);
    expect(inside.length + edge.length, `${miles} miles`).toBeLessThan(2500);
  }
});

test('names in English order have keys in order', () => {
  const name = fc.oneof(
    fc.string({ maxLength: 12 }),
    fc.string({ unit: 'grapheme', maxLength: 6 }),
    fc.array(fc.constantFrom(..."aAbzZéł 0-.'&("), { maxLength: 14 }).map((all) => all.join('')),
    fc.constantFrom('Little Stars', 'Little Stars Nursery', 'little stars', 'ابر', '\uffff', ''),
  );
  fc.assert(
    fc.property(name, name, (a, b) => {
      const order = compareNamed({ name: a, id: '' }, { name: b, id: '' });
      const [one, other] = [nameKeys(a), nameKeys(b)];
      const byKeys = one[0] - other[0] || one[1] - other[1];
      if (order < 0) expect(byKeys).toBeLessThanOrEqual(0);
      if (order > 0) expect(byKeys).toBeGreaterThanOrEqual(0);
    }),
    { seed: 3, numRuns: 3000 },
  );
  expect(nameKeys('Little Stars A')).not.toEqual(nameKeys('Little Stars B'));
});

test('ids and values come back as they were, and no two become one', () => {
  const text = fc.string({ unit: 'binary', maxLength: 80 }).filter((one) => one.isWellFormed());
  fc.assert(
    fc.property(text, (one) => {
      expect(idOf(safeId(one))).toBe(one);
      expect(safeId(one)).toMatch(/^[A-Za-z0-9_-]{1,511}$/);
      if (isKept(one)) expect(valueOf(safeValue(one))).toBe(one);
    }),
    { seed: 4, numRuns: 1000 },
  );
  expect(() => safeValue('é'.repeat(300))).toThrow(RangeError);
  expect(isKept('é'.repeat(300))).toBe(false);
});

test('what the server cannot answer exactly is left to this process', () => {
  const far = { to: near, detourMiles: 1 };
  const cover = { list: 'open', at: 1, from: 1, to: 2, by: null, orUnsaid: false };
  expect(isForEmbedded({ ...everything, words: 'one two three' })).toBe(false);
  expect(isForEmbedded({ ...everything, sort: 'relevance' }), 'no words').toBe(false);
  expect(isForEmbedded({ ...everything, along: far }), 'a way from nowhere').toBe(false);
  for (const query of [
    { near, along: far },
    { only: () => true },
    { words: 'a b c d e f g h i j k' },
    { words: 'x'.repeat(201) },
    { words: 'one', sort: 'relevance' },
    { offset: 1990, limit: 20 },
    { offset: NaN },
    { near: { latitude: 89, longitude: 0 }, withinMiles: 5 },
    { covers: [{ ...cover, from: NaN }] },
    { covers: [{ ...cover, by: NaN }] },
  ]) {
    expect(isForEmbedded({ ...everything, ...query })).toBe(true);
  }
});
