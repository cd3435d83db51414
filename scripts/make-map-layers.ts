/**
 * Makes the sample area's map from open GeoJSON (the authority's boundary, green space, water, tram
 * lines): `public/map/trafford.json` for the map itself and a sketch of it for the picture without
 * script. The same files give the same map. Run by hand, once; what it writes is kept.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { simplify, type Line } from './sample-area/simplify.ts';

const [folder] = process.argv.slice(2);
if (!folder) {
  console.error('Usage: node scripts/make-map-layers.ts FOLDER_OF_GEOJSON');
  process.exit(1);
}

const position = z.tuple([z.number(), z.number()]).rest(z.number());
const line = z.array(position);
const collection = z.object({
  features: z.array(
    z.object({
      geometry: z.discriminatedUnion('type', [
        z.object({ type: z.literal('LineString'), coordinates: line }),
        z.object({ type: z.literal('MultiLineString'), coordinates: z.array(line) }),
        z.object({ type: z.literal('Polygon'), coordinates: z.array(line) }),
        z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(line)) }),
      ]),
    }),
  ),
});

const layers = {
  boundary: { file: 'trafford_lad_2023.geojson', isArea: true },
  green: { file: 'basemap/trafford_greenspace_sites.geojson', isArea: true },
  water: { file: 'basemap/trafford_watercourses.geojson', isArea: false },
  tram: { file: 'basemap/trafford_metrolink_lines.geojson', isArea: false },
};

const root = join(import.meta.dirname, '..');
mkdirSync(join(root, 'public/map'), { recursive: true });
write('public/map/trafford.json', layersAt(0.0001, 0.0015));
write('content/sample-area/map-sketch.json', layersAt(0.0008, 0.006));

/** Every layer as lines of `[longitude, latitude]`, without detail finer than `detail` degrees. */
function layersAt(detail: number, smallest: number) {
  return Object.fromEntries(
    Object.entries(layers).map(([name, { file, isArea }]) => {
      const lines = linesIn(file).map((one) => simplify(one, detail));
      return [name, { isArea, lines: lines.filter((one) => extent(one) >= smallest) }];
    }),
  );
}

function linesIn(file: string): readonly Line[] {
  const parsed = collection.parse(JSON.parse(readFileSync(join(folder ?? '', file), 'utf8')));
  return parsed.features.flatMap(({ geometry }) => {
    const lines =
      geometry.type === 'LineString'
        ? [geometry.coordinates]
        : geometry.type === 'MultiPolygon'
          ? geometry.coordinates.flat()
          : geometry.coordinates;
    return lines.map((one): Line => one.map(([longitude, latitude]) => [longitude, latitude]));
  });
}

/** The longer side of the box round a line, in degrees. */
function extent(points: Line): number {
  const side = (axis: 0 | 1) => {
    const values = points.map((point) => point[axis]);
    return Math.max(...values) - Math.min(...values);
  };
  return Math.max(side(0), side(1));
}

function write(file: string, value: unknown): void {
  writeFileSync(join(root, file), `${JSON.stringify(value)}\n`);
  console.log(file);
}
