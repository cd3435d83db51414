import type { PlacePoint } from './provider.ts';

/** To two decimals of a degree: about 1 km. */
export function roundedPoint(point: Pick<PlacePoint, 'latitude' | 'longitude'>): PlacePoint {
  const round = (degrees: number) => Math.round(degrees * 100) / 100;
  return {
    latitude: round(point.latitude),
    longitude: round(point.longitude),
    precision: 'area',
  };
}
