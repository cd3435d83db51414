/** Degrees WGS84. */
type Point = { readonly latitude: number; readonly longitude: number };

/** The points of the compass, clockwise from north. */
export const directions = ['n', 'ne', 'e', 'se', 's', 'sw', 'w', 'nw'] as const;
export type Direction = (typeof directions)[number];

/**
 * Which way one place lies from another, to the nearest of eight points of the compass; null when
 * they are the same place. Good for the distances of a county.
 * @example directionBetween(sale, stretford) // => 'n'
 */
export function directionBetween(from: Point, to: Point): Direction | null {
  const north = to.latitude - from.latitude;
  const squeeze = Math.cos((((from.latitude + to.latitude) / 2) * Math.PI) / 180);
  const east = (to.longitude - from.longitude) * squeeze;
  if (north === 0 && east === 0) return null;
  const eighths = Math.round((Math.atan2(east, north) * 4) / Math.PI);
  return directions.at(eighths % 8) ?? null;
}
