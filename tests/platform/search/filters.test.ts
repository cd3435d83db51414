import type { SearchQuery } from '#platform/search/search-engine.ts';
import { expect, test } from 'vitest';
import { engineOf, everything, idsFor, place } from './few-places.ts';

const engine = engineOf(
  place('a', { facets: { kind: ['nursery'], day: ['mon', 'tue'] } }),
  place('b', { facets: { kind: ['nursery'], day: ['tue'] } }),
  place('c', { facets: { kind: ['playgroup'], day: ['mon'] } }),
);
const nursery = { facet: 'kind', anyOf: ['nursery'] };
const monday = { facet: 'day', anyOf: ['mon'] };
const countsFor = (filters: SearchQuery['filters'], count: readonly string[]) =>
  engine.search({ ...everything, filters, count }).counts;

test('a facet with one group is counted as if that group were not there', () => {
  expect(countsFor([nursery, monday], ['kind', 'day'])).toEqual({
    kind: { nursery: 1, playgroup: 1 },
    day: { mon: 1, tue: 2 },
  });
});

test('a facet with several groups, or none, is counted within the hits', () => {
  const tuesday = { facet: 'day', anyOf: ['tue'] };
  expect(countsFor([monday, tuesday], ['kind', 'day'])).toEqual({
    kind: { nursery: 1 },
    day: { mon: 1, tue: 1 },
  });
});

test('an unknown value, an unknown facet and an empty group match nothing', () => {
  expect(idsFor(engine, { filters: [{ facet: 'kind', anyOf: ['castle'] }] })).toEqual([]);
  expect(idsFor(engine, { filters: [{ facet: 'constructor', anyOf: ['name'] }] })).toEqual([]);
  expect(idsFor(engine, { filters: [{ facet: 'kind', anyOf: [] }] })).toEqual([]);
  expect(countsFor([], ['castle', '__proto__'])).toEqual(
    JSON.parse('{"castle":{},"__proto__":{}}'),
  );
});
