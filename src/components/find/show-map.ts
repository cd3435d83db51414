import './allow-leaflet.ts';
import {
  divIcon,
  latLngBounds,
  map as openMap,
  marker,
  polygon,
  polyline,
  tileLayer,
  type LatLngTuple,
  type Map as LeafletMap,
} from 'leaflet';

type Point = { readonly latitude: number; readonly longitude: number };
type Pin = Point & { readonly number: number; readonly name: string; readonly href: string };
type MapData = {
  readonly pins: readonly Pin[];
  readonly near: Point | null;
  readonly nearLabel: string | null;
  readonly bounds: readonly [Point, Point];
  readonly layersHref: string | null;
  readonly tiles: string | null;
};
type Layers = Readonly<
  Record<
    string,
    { readonly isArea: boolean; readonly lines: readonly (readonly (readonly number[])[])[] }
  >
>;

const at = ({ latitude, longitude }: Point): LatLngTuple => [latitude, longitude];

for (const frame of document.querySelectorAll<HTMLElement>('[data-map]')) show(frame);

/** Puts a map that moves in the place of the picture; the picture stays when that fails. */
function show(frame: HTMLElement): void {
  const live = frame.querySelector<HTMLElement>('.fis-map__live');
  const sketch = frame.querySelector<SVGElement>('.fis-map__sketch');
  const buttons = frame.querySelector<HTMLElement>('.fis-map__buttons');
  if (!live || !sketch || !buttons) return;
  const data = JSON.parse(frame.dataset['map'] ?? '') as MapData;
  live.hidden = false;
  buttons.hidden = false;
  sketch.remove();
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const map = openMap(live, {
    ...{ zoomControl: false, attributionControl: false, maxZoom: 18, scrollWheelZoom: false },
    ...{ zoomAnimation: !calm, fadeAnimation: !calm, markerZoomAnimation: !calm },
  });
  map.fitBounds(latLngBounds(at(data.bounds[0]), at(data.bounds[1])));
  if (data.tiles !== null) tileLayer(data.tiles, { referrerPolicy: 'origin' }).addTo(map);
  if (data.layersHref !== null) void drawLayers(map, data.layersHref);
  putPins(map, data);
  buttons.addEventListener('click', ({ target }) => {
    const by = target instanceof HTMLElement ? Number(target.dataset['zoom'] ?? 0) : 0;
    map.setZoom(map.getZoom() + by);
  });
}

function putPins(map: LeafletMap, { pins, near, nearLabel }: MapData): void {
  if (near !== null) {
    const icon = divIcon({ className: 'fis-map__here', iconSize: [36, 36] });
    const above = { interactive: false, keyboard: false, zIndexOffset: 1000 };
    marker(at(near), { icon, alt: nearLabel ?? '', ...above }).addTo(map);
  }
  for (const pin of pins) {
    const face = document.createElement('span');
    face.textContent = String(pin.number);
    const icon = divIcon({ className: 'fis-map__marker', html: face, iconSize: [32, 32] });
    const label = `${String(pin.number)}. ${pin.name}`;
    const placed = marker(at(pin), { icon, title: label, alt: label }).addTo(map);
    placed.getElement()?.setAttribute('aria-label', label);
    placed.bindPopup(linkTo(pin));
  }
}

function linkTo({ number, name, href }: Pin): HTMLElement {
  const link = document.createElement('a');
  link.className = 'govuk-link';
  link.href = href;
  link.textContent = `${String(number)}. ${name}`;
  return link;
}

async function drawLayers(map: LeafletMap, href: string): Promise<void> {
  const layers = (await (await fetch(href)).json()) as Layers;
  for (const [name, { isArea, lines }] of Object.entries(layers)) {
    const className = `fis-map__${name}${isArea ? ' fis-map__area' : ''}`;
    const options = { className, interactive: false };
    for (const line of lines) {
      const points = line.map(([longitude = 0, latitude = 0]): LatLngTuple => [
        latitude,
        longitude,
      ]);
      (isArea ? polygon(points, options) : polyline(points, options)).addTo(map);
    }
  }
}
