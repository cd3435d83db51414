import sketch from '#content/sample-area/map-sketch.json' with { type: 'json' };
import type { Settings } from '#platform/settings/settings.ts';
import type { Words } from '#platform/i18n/words.ts';
import type { Found, FoundProvider } from './find-providers.ts';
import { resultsPerPage } from './find-providers.ts';
import { frameAround, type MapFrame } from './map-frame.ts';
import { placeName } from './place-words.ts';

type Href = (path: string) => string;
type Layer = {
  readonly isArea: boolean;
  readonly lines: readonly (readonly (readonly number[])[])[];
};

const width = 640;
const height = 420;

/**
 * The map of one page of results: the same places under the same numbers as the list. A place known
 * only to about a kilometre, such as a home, has no pin. Null when there is nothing to show on it.
 */
export function findMapView(words: Words, href: Href, found: Found, settings: Settings) {
  const { t } = words;
  const shown = found.results.flatMap((result, index) => pinOf(words, href, result, index, found));
  const points = [...shown, ...(found.near === null ? [] : [found.near.point])];
  if (shown.length === 0) return null;
  const frame = frameAround(points, width, height);
  const hidden = found.results.length - shown.length;
  return {
    ...{ width, height, bounds: frame.bounds },
    pins: shown.map((pin) => ({ ...pin, ...frame.place(pin) })),
    near: found.near && { ...found.near.point, ...frame.place(found.near.point) },
    nearLabel: found.near && t('directory:map.near', { near: found.near.label }),
    layers: drawn(settings)
      ? Object.entries(sketch).map(([name, layer]) => ({
          name,
          isArea: layer.isArea,
          path: pathOf(layer, frame),
        }))
      : [],
    layersHref: drawn(settings) ? '/map/trafford.json' : null,
    tiles: settings.map.tileUrl ?? null,
    summary: t('directory:map.summary', { count: shown.length }),
    hidden: hidden > 0 ? t('directory:map.hidden', { count: hidden }) : null,
    attribution: settings.map.attribution ?? t('directory:map.attribution'),
  };
}
export type FindMap = NonNullable<ReturnType<typeof findMapView>>;

/** The sample area's own layers are drawn where no council's tiles are set. */
const drawn = ({ map, sampleArea }: Settings): boolean =>
  map.tileUrl === undefined && sampleArea === 'trafford';

function pinOf(words: Words, href: Href, result: FoundProvider, index: number, found: Found) {
  const { point, id } = result.provider;
  if (point?.precision !== 'postcode') return [];
  const { latitude, longitude } = point;
  const number = (found.page - 1) * resultsPerPage + index + 1;
  const name = placeName(words, result.provider);
  return [{ number, name, href: href(`/provider/${id}`), latitude, longitude }];
}

function pathOf({ isArea, lines }: Layer, frame: MapFrame): string {
  const end = isArea ? 'Z' : '';
  return lines
    .map((line) => {
      const steps = line.map(([longitude = 0, latitude = 0]) => {
        const { x, y } = frame.place({ latitude, longitude });
        return `${Math.round(x)} ${Math.round(y)}`;
      });
      return `M${steps.join('L')}${end}`;
    })
    .join('');
}
