import fc from 'fast-check';
import { expect, test } from 'vitest';
import { directionBetween, directions } from '#directory/direction.ts';

const here = { latitude: 53.42, longitude: -2.32 };
/** A degree of longitude is shorter than one of latitude, by this much at Sale. */
const squeeze = Math.cos((here.latitude * Math.PI) / 180);
/** A place about a mile from Sale, so many degrees clockwise from north. */
const at = (bearing: number) => ({
  latitude: here.latitude + 0.0145 * Math.cos((bearing * Math.PI) / 180),
  longitude: here.longitude + (0.0145 / squeeze) * Math.sin((bearing * Math.PI) / 180),
});

test.each([
  [0, 'n'],
  [22, 'n'],
  [23, 'ne'],
  [45, 'ne'],
  [67, 'ne'],
  [68, 'e'],
  [90, 'e'],
  [135, 'se'],
  [180, 's'],
  [203, 'sw'],
  [225, 'sw'],
  [270, 'w'],
  [315, 'nw'],
  [337, 'nw'],
  [338, 'n'],
  [359, 'n'],
])('%i degrees clockwise from north is %s', (bearing, direction) => {
  expect(directionBetween(here, at(bearing))).toBe(direction);
});

test('a degree of longitude is short in the north, and counts for as much less', () => {
  const north = { latitude: 60, longitude: 0 };
  expect(directionBetween(north, { latitude: 60.01, longitude: 0.05 })).toBe('e');
  expect(directionBetween(north, { latitude: 60.01, longitude: 0.03 })).toBe('ne');
});

test('the same place lies in no direction', () => {
  expect(directionBetween(here, { ...here })).toBeNull();
});

test('the way back is the opposite way', () => {
  const degrees = fc.integer({ min: 0, max: 359 }).filter((bearing) => bearing % 45 !== 22);
  fc.assert(
    fc.property(degrees, (bearing) => {
      const there = directionBetween(here, at(bearing));
      const back = directionBetween(at(bearing), here);
      const turn = directions.findIndex((one) => one === there) + 4;
      expect(back).toBe(directions[turn % 8]);
    }),
    { seed: 1 },
  );
});
