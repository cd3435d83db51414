import { isOnGlobe, milesBetween } from '#platform/search/miles-between.ts';
import { expect, test } from 'vitest';

const london = { latitude: 51.5074, longitude: -0.1278 };
const manchester = { latitude: 53.4808, longitude: -2.2426 };

test('London to Manchester is 163 miles, either way', () => {
  expect(milesBetween(london, manchester)).toBeCloseTo(162.8, 0);
  expect(milesBetween(manchester, london)).toBe(milesBetween(london, manchester));
});

test('a place is no distance from itself', () => {
  expect(milesBetween(london, london)).toBe(0);
});

test('the other side of the Earth is half its girth away', () => {
  const pole = { latitude: 90, longitude: 0 };
  expect(milesBetween(pole, { latitude: -90, longitude: 77 })).toBeCloseTo(Math.PI * 3958.7613, 1);
});

test('a point off the globe is told apart', () => {
  expect(isOnGlobe(london)).toBe(true);
  expect(isOnGlobe({ latitude: 90.1, longitude: 0 })).toBe(false);
  expect(isOnGlobe({ latitude: NaN, longitude: 0 })).toBe(false);
  expect(isOnGlobe({ latitude: 0, longitude: -Infinity })).toBe(false);
});
