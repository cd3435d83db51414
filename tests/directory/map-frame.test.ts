import fc from 'fast-check';
import { expect, test } from 'vitest';
import { frameAround } from '#directory/map-frame.ts';

const point = fc.record({
  latitude: fc.double({ min: 50, max: 56, noNaN: true }),
  longitude: fc.double({ min: -6, max: 2, noNaN: true }),
});

test('every place lies inside the picture, away from its edge', () => {
  fc.assert(
    fc.property(fc.array(point, { minLength: 1, maxLength: 20 }), (points) => {
      const frame = frameAround(points, 640, 420);
      for (const one of points) {
        const { x, y } = frame.place(one);
        expect(x).toBeGreaterThan(20);
        expect(x).toBeLessThan(620);
        expect(y).toBeGreaterThan(15);
        expect(y).toBeLessThan(405);
      }
    }),
  );
});

test('north is up and east is right', () => {
  const sale = { latitude: 53.424, longitude: -2.322 };
  const hale = { latitude: 53.378, longitude: -2.347 };
  const { place } = frameAround([sale, hale], 640, 420);
  expect(place(sale).y).toBeLessThan(place(hale).y);
  expect(place(sale).x).toBeGreaterThan(place(hale).x);
});

test('a mile up is as long as a mile across', () => {
  const at = { latitude: 53.4, longitude: -2.3 };
  const { place } = frameAround([at, { latitude: 53.5, longitude: -2.1 }], 640, 420);
  const north = place(at).y - place({ ...at, latitude: at.latitude + 1 / 69.17 }).y;
  const mile = 1 / (69.17 * Math.cos((53.4 * Math.PI) / 180));
  const east = place({ ...at, longitude: at.longitude + mile }).x - place(at).x;
  expect(east / north).toBeCloseTo(1, 1);
});

test('one place alone still has its neighbourhood around it', () => {
  const [southWest, northEast] = frameAround(
    [{ latitude: 53.4, longitude: -2.3 }],
    640,
    420,
  ).bounds;
  expect(northEast.latitude - southWest.latitude).toBeGreaterThanOrEqual(0.01);
});
