import { radians, type Point } from '../miles-between.ts';

export type Vector = readonly [number, number, number];

/** A point on the globe as a vector of length 1 from the middle of the Earth. */
export function vectorOf({ latitude, longitude }: Point): Vector {
  const [up, round] = [radians(latitude), radians(longitude)];
  return [Math.cos(up) * Math.cos(round), Math.cos(up) * Math.sin(round), Math.sin(up)];
}

/** The point on the globe towards which a vector of any length but 0 points. */
export function pointOf([x, y, z]: Vector): Point {
  const degrees = 180 / Math.PI;
  return {
    latitude: Math.atan2(z, Math.hypot(x, y)) * degrees,
    longitude: Math.atan2(y, x) * degrees,
  };
}
