type Point = { readonly latitude: number; readonly longitude: number };

/** A picture of a piece of the country, north up; sizes in its own units. */
export type MapFrame = {
  readonly width: number;
  readonly height: number;
  /** The south-west and north-east corners, degrees. */
  readonly bounds: readonly [Point, Point];
  readonly place: (point: Point) => { readonly x: number; readonly y: number };
};

/** About 0.7 miles: one place alone is not shown from the rooftop. */
const leastDegrees = 0.01;

/** The smallest frame of the given size that shows all the points with a margin. */
export function frameAround(points: readonly Point[], width: number, height: number): MapFrame {
  const latitudes = points.map(({ latitude }) => latitude);
  const longitudes = points.map(({ longitude }) => longitude);
  const middle = {
    latitude: (Math.min(...latitudes) + Math.max(...latitudes)) / 2,
    longitude: (Math.min(...longitudes) + Math.max(...longitudes)) / 2,
  };
  const squeeze = Math.cos((middle.latitude * Math.PI) / 180);
  const tall = Math.max(leastDegrees, (Math.max(...latitudes) - middle.latitude) * 2);
  const wide = Math.max(leastDegrees, (Math.max(...longitudes) - middle.longitude) * 2) * squeeze;
  const perUnit = Math.max(tall / height, wide / width) * 1.15;
  const [halfTall, halfWide] = [(perUnit * height) / 2, (perUnit * width) / squeeze / 2];
  const round = (value: number) => Math.round(value * 10) / 10;
  return {
    ...{ width, height },
    bounds: [
      { latitude: middle.latitude - halfTall, longitude: middle.longitude - halfWide },
      { latitude: middle.latitude + halfTall, longitude: middle.longitude + halfWide },
    ],
    place: ({ latitude, longitude }) => ({
      x: round(width / 2 + ((longitude - middle.longitude) * squeeze) / perUnit),
      y: round(height / 2 - (latitude - middle.latitude) / perUnit),
    }),
  };
}
