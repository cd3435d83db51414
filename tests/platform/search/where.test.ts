import { milesBetween } from '#platform/search/miles-between.ts';
import { describe, expect, test } from 'vitest';
import { engineOf, everything, idsFor, place } from './few-places.ts';

const near = { latitude: 53.42, longitude: -2.32 };
const at = (north: number, east = 0) => ({
  point: { latitude: near.latitude + north, longitude: near.longitude + east },
});

describe('distance', () => {
  test('places without a point come last by name, and match no limit', () => {
    const engine = engineOf(place('z'), place('y'), place('b', at(0.02)), place('c', at(0.01)));
    expect(idsFor(engine, { near })).toEqual(['c', 'b', 'y', 'z']);
    expect(idsFor(engine, { near, withinMiles: Infinity })).toEqual(['c', 'b']);
    expect(idsFor(engine, { near, withinMiles: 1 })).toEqual(['c']);
  });

  test('equal distances go by name, then id', () => {
    const engine = engineOf(
      place('2', { ...at(0), name: 'Ash' }),
      place('1', { ...at(0), name: 'Ash' }),
      place('3', { ...at(0), name: 'Áb' }),
    );
    expect(idsFor(engine, { near })).toEqual(['3', '1', '2']);
  });

  test('without a centre the order is by name, and a limit means nothing', () => {
    const engine = engineOf(place('b', at(0)), place('a', at(1)), place('\uffff'));
    expect(idsFor(engine, { withinMiles: 1 })).toEqual(['a', 'b', '\uffff']);
    const [first] = engine.search(everything).hits;
    expect(first).toEqual({ id: 'a', miles: null, detourMiles: null });
  });

  test('a circle over the date line or a pole is whole', () => {
    const engine = engineOf(
      place('east', { point: { latitude: 0, longitude: 180 } }),
      place('west', { point: { latitude: 0, longitude: -179.99 } }),
      place('pole', { point: { latitude: 89.99, longitude: 0 } }),
      place('across', { point: { latitude: 89.99, longitude: 180 } }),
    );
    const circle = (latitude: number, longitude: number) =>
      idsFor(engine, { near: { latitude, longitude }, withinMiles: 5, sort: 'name' });
    expect(circle(0, 179.99)).toEqual(['east', 'west']);
    expect(circle(90, 50)).toEqual(['across', 'pole']);
  });
});

describe('on the way', () => {
  const { point: work } = at(0, 0.2);
  const engine = engineOf(
    place('home', at(0)),
    place('half-way', at(0, 0.1)),
    place('a little off', at(0.02, 0.1)),
    place('far off', at(0.1, 0.1)),
    place('beyond', at(0, 0.25)),
    place('nowhere'),
  );
  const going = (detourMiles: number) => ({
    near,
    along: { to: work, detourMiles },
    sort: 'detour',
  });

  test('only places that add no more than so many miles are found, the least first', () => {
    expect(idsFor(engine, going(0.5))).toEqual(['home', 'half-way', 'a little off']);
    expect(idsFor(engine, going(5))).toEqual(['home', 'half-way', 'a little off', 'beyond']);
    expect(idsFor(engine, going(50))).toEqual([
      ...['home', 'half-way', 'a little off', 'beyond', 'far off'],
    ]);
    expect(idsFor(engine, going(-0.0001))).toEqual([]);
    expect(idsFor(engine, going(NaN))).toEqual([]);
  });

  test('the miles added are what the way there and on is longer', () => {
    const { hits } = engine.search({ ...everything, ...going(5) });
    const beyond = hits.find(({ id }) => id === 'beyond');
    const { point } = at(0, 0.25);
    expect(beyond?.miles).toBe(milesBetween(near, point));
    expect(beyond?.detourMiles).toBeCloseTo(2 * milesBetween(work, point), 3);
    expect(hits.every(({ detourMiles }) => detourMiles !== null && detourMiles >= 0)).toBe(true);
  });

  test('a limit in miles holds as well, and other orders stand', () => {
    expect(idsFor(engine, { ...going(50), withinMiles: 5 })).toEqual([
      ...['home', 'half-way', 'a little off'],
    ]);
    expect(idsFor(engine, { ...going(50), sort: 'distance' }).at(-1)).toBe('beyond');
  });

  test('without a centre, or to somewhere off the globe, it is no filter', () => {
    expect(idsFor(engine, { ...going(1), near: null })).toHaveLength(6);
    const lost = { to: { latitude: 99, longitude: 0 }, detourMiles: 1 };
    const found = engine.search({ ...everything, near, along: lost, sort: 'detour' });
    expect(found).toEqual(engine.search({ ...everything, near }));
    expect(found.hits[0]).toMatchObject({ id: 'home', miles: 0, detourMiles: null });
  });
});
