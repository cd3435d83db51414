import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { openDatabase } from '#db/open-database.ts';
import { placeName, postcode } from '#db/schema/geography.ts';
import { findNear } from '#directory/find-place.ts';
import { placeKey } from '#directory/place-name.ts';

const folder = mkdtempSync(join(tmpdir(), 'fis-'));
const db = openDatabase(join(folder, 'fis.sqlite'));
afterAll(() => {
  db.$client.close();
  rmSync(folder, { recursive: true });
});

const names = [
  ['Trafford', 'authority', 53.42, -2.35],
  ['Altrincham', 'ward', 53.38, -2.35],
  ['Altrincham East', 'locality', 53.39, -2.34],
  ['Ashton upon Mersey', 'ward', 53.43, -2.34],
  ['Gorse Hill & Cornbrook', 'ward', 53.46, -2.29],
  ['Hale', 'ward', 53.37, -2.34],
  ['Hale Barns & Timperley South', 'ward', 53.38, -2.31],
  ['Old Trafford', 'ward', 53.46, -2.27],
  ['Sale Central', 'ward', 53.42, -2.32],
  ['Sale Moor', 'ward', 53.41, -2.3],
  ['Timperley Central', 'ward', 53.39, -2.32],
  ['Timperley North', 'ward', 53.4, -2.33],
  ['Central, Swindon', 'ward', 51.56, -1.78],
  ['Central, Stockport', 'ward', 53.41, -2.16],
  ['Bowdon', 'ward', 53.37, -2.37],
  ['Bowdon', 'locality', 53.3741, -2.3659],
] as const;
for (const [name, type, latitude, longitude] of names)
  db.insert(placeName)
    .values({ key: placeKey(name), name, type, latitude, longitude })
    .run();
db.insert(postcode)
  .values({
    ...{ key: 'M332DH', display: 'M33 2DH', outward: 'M33', latitude: 53.42, longitude: -2.32 },
    ...{ wardCode: 'E1', wardName: 'Sale Moor' },
  })
  .run();

const labelOf = (text: string) => {
  const found = findNear(db, text);
  return found.ok ? found.value.label : found;
};

test.each(['M33 2DH', ' m332dh', '12 High Street, Sale, M33 2DH', 'Sale M33 2dh.'])(
  '%j is found by its postcode',
  (text) => {
    expect(findNear(db, text)).toEqual({
      ok: true,
      value: {
        point: { latitude: 53.42, longitude: -2.32, precision: 'postcode' },
        ward: { code: 'E1', name: 'Sale Moor' },
        label: 'M33 2DH',
      },
    });
  },
);

test('a district is found; a postcode that is unknown or unfinished suggests the district it is in', () => {
  expect(labelOf('m33')).toBe('M33');
  for (const text of ['M33 9ZZ', 'M33 2D', 'm33 2', 'M33 2DHH'])
    expect(labelOf(text), text).toEqual({
      ok: false,
      problem: 'unknown-here',
      suggestions: ['M33'],
    });
  for (const text of ['ZZ99 9ZZ', 'SW1A', 'SW1A 1'])
    expect(labelOf(text), text).toMatchObject({ problem: 'unknown-here', suggestions: [] });
});

test.each([
  ['Hale', 'Hale'],
  ['TRAFFORD', 'Trafford'],
  ['  gorse   hill and cornbrook ', 'Gorse Hill & Cornbrook'],
  ['Ashton-upon-Mersey', 'Ashton upon Mersey'],
  ['Ashton on Mersey', 'Ashton upon Mersey'],
  ['ashton', 'Ashton upon Mersey'],
  ['cornbrook', 'Gorse Hill & Cornbrook'],
  ['Bowdn', 'Bowdon'],
  ['Hale, Cheshire', 'Hale'],
  ['altrnicham', 'Altrincham'],
  ['Altrincham', 'Altrincham'],
  ['altri', 'Altrincham'],
])('%j is taken for %s', (text, name) => {
  expect(labelOf(text)).toBe(name);
});

test('parts that lie together are one town, whose middle is about there', () => {
  const sale = {
    ok: true,
    value: {
      point: { latitude: 53.42, longitude: -2.31, precision: 'area' },
      ward: null,
      label: 'Sale',
    },
  };
  expect(findNear(db, 'sale')).toEqual(sale);
  expect(labelOf('Timperly')).toBe('Timperley');
});

test('of one name the smallest area is meant', () => {
  expect(findNear(db, 'Bowdon')).toMatchObject({
    value: { point: { latitude: 53.37, longitude: -2.37, precision: 'area' } },
  });
});

describe('a name that may be several, or none, is not guessed', () => {
  test.each([
    ['central', ['Central, Swindon', 'Central, Stockport']],
    ['Old Hale', ['Old Trafford']],
    ['Birmingham', []],
    ["'; drop table postcode", []],
    ['ab', []],
  ])('%j', (text, suggestions) => {
    expect(labelOf(text)).toEqual({
      ok: false,
      problem: 'unknown-here',
      suggestions: expect.arrayContaining(suggestions),
    });
    const found = labelOf(text);
    expect(found).toHaveProperty('suggestions.length', suggestions.length);
  });

  test('every suggestion finds something', () => {
    for (const text of ['central', 'Old Hale', 'tim sou', 'M33 2D']) {
      const found = findNear(db, text);
      if (found.ok) continue;
      for (const suggestion of found.suggestions) expect(labelOf(suggestion)).toBe(suggestion);
    }
  });
});

test.each(['', '   ', '🙂', '33', '...', '\u202e', 'x'.repeat(10_000)])(
  '%.20j is not a place',
  (text) => {
    expect(labelOf(text)).toEqual({ ok: false, problem: 'not-a-place', suggestions: [] });
  },
);
