/** Degrees WGS84. */
export type Point = { readonly latitude: number; readonly longitude: number };

/** The mean radius of the Earth (IUGG R1, 6,371.0088 km) in statute miles. */
export const EARTH_RADIUS_MILES = 6371.0088 / 1.609344;

export const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/**
 * Great-circle distance in miles, as the crow flies, by the haversine formula. The one definition of
 * distance in search, whichever engine stands behind the port.
 */
export function milesBetween(from: Point, to: Point): number {
  const north = Math.sin(radians(to.latitude - from.latitude) / 2);
  const east = Math.sin(radians(to.longitude - from.longitude) / 2);
  const shrink = Math.cos(radians(from.latitude)) * Math.cos(radians(to.latitude));
  const haversine = north * north + shrink * east * east;
  return 2 * EARTH_RADIUS_MILES * Math.asin(Math.min(1, Math.sqrt(haversine)));
}

/** Whether both numbers are on the globe: finite, latitude ±90 and longitude ±180. */
export function isOnGlobe({ latitude, longitude }: Point): boolean {
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
}
