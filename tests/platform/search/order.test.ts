import { expect, test } from 'vitest';
import { engineOf, idsFor, place } from './few-places.ts';

const near = { latitude: 53.42, longitude: -2.32 };
const at = (north: number) => ({ point: { ...near, latitude: near.latitude + north } });
const engine = engineOf(
  place('far and cheap', { ...at(0.3), ranks: { cost: 400 } }),
  place('near and dear', { ...at(0.1), ranks: { cost: 900 } }),
  place('nearer and as dear', { ...at(0.05), ranks: { cost: 900 } }),
  place('free', { ...at(0.2), ranks: { cost: 0, updated: -7 } }),
  place('unsaid', at(0)),
  place('also unsaid', { ranks: { updated: -3 } }),
  place('no number', { ...at(0.15), ranks: { cost: NaN } }),
);

test('a rank goes from the lowest up, equals by distance, those without it last', () => {
  expect(idsFor(engine, { near, sort: 'cost' })).toEqual([
    ...['free', 'far and cheap', 'nearer and as dear', 'near and dear'],
    ...['unsaid', 'no number', 'also unsaid'],
  ]);
});

test('without a centre the equals of a rank go by name', () => {
  expect(idsFor(engine, { sort: 'cost' })).toEqual([
    ...['free', 'far and cheap', 'near and dear', 'nearer and as dear'],
    ...['also unsaid', 'no number', 'unsaid'],
  ]);
});

test('a rank below nothing comes first', () => {
  expect(idsFor(engine, { sort: 'updated' }).slice(0, 2)).toEqual(['free', 'also unsaid']);
});

test('a rank that no document has is as distance, as is detour without a way', () => {
  const byDistance = idsFor(engine, { near, sort: 'distance' });
  expect(byDistance[0]).toBe('unsaid');
  for (const sort of ['unheard-of', 'detour', '', 'constructor', '__proto__']) {
    expect(idsFor(engine, { near, sort }), sort).toEqual(byDistance);
    expect(idsFor(engine, { sort }), sort).toEqual(idsFor(engine, { sort: 'name' }));
  }
});

test('by relevance those come first whose name has most of the words typed', () => {
  const named = (name: string, text: string, north: number) =>
    place(name, { text: `${name}\n${text}`, ...at(north) });
  const places = engineOf(
    named('Ash', 'near little acorns', 0),
    named('Little Oak', 'acorns', 0.3),
    named('Little Acorns', '', 0.2),
    place('of the same name, and nowhere', { name: 'Little Acorns', text: 'little acorns' }),
    named('Zoe’s Little Acorns', '', 0.1),
    place('a name that is not in the text', { name: 'Little Acorns', text: 'acorn littles' }),
  );
  const order = [
    ...['Little Acorns', 'of the same name, and nowhere', 'Zoe’s Little Acorns'],
    ...['Little Oak', 'Ash'],
  ];
  expect(idsFor(places, { words: 'little acorns', sort: 'relevance' })).toEqual(order);
  expect(idsFor(places, { words: 'LITTLE acor', sort: 'relevance' })).toEqual(order);
  expect(idsFor(places, { words: 'little acorms', sort: 'relevance' })).toEqual(order);
  expect(idsFor(places, { words: 'little acorns', sort: 'relevance', near })).toEqual([
    ...['Zoe’s Little Acorns', 'Little Acorns', 'of the same name, and nowhere'],
    ...['Little Oak', 'Ash'],
  ]);
  expect(idsFor(places, { sort: 'relevance' })).toEqual(idsFor(places, { sort: 'name' }));
});

test('a page is cut from the whole order', () => {
  const whole = idsFor(engine, { near, sort: 'cost' });
  for (let offset = 0; offset < whole.length; offset += 1) {
    const page = idsFor(engine, { near, sort: 'cost', offset, limit: 2 });
    expect(page).toEqual(whole.slice(offset, offset + 2));
  }
});
