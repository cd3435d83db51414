import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findMapView } from '#directory/find-map.view.ts';
import type { Found } from '#directory/find-providers.ts';
import { openCatalogue } from '#platform/i18n/words.ts';
import { readSettings } from '#platform/settings/settings.ts';
import { quietPlace } from '../support/place.ts';

const catalogue = openCatalogue(join(import.meta.dirname, '../../content/locales'), ['en']);
const words = catalogue.speak('en');
const settings = readSettings({});
const href = (path: string) => path;

const nursery = quietPlace({ id: 'nursery', name: 'Otter Nursery' });
const home = quietPlace({
  id: 'home',
  premises: 'domestic',
  name: null,
  address: null,
  point: { latitude: 53.4, longitude: -2.3, precision: 'area' },
});
const found = (page: number, ...providers: readonly ReturnType<typeof quietPlace>[]): Found => ({
  ...{ total: providers.length, page, pageCount: 2, facets: {}, corrected: [] },
  results: providers.map((provider) => ({ provider, miles: null, detourMiles: null })),
  ...{ near: null, to: null, unsaid: 0, withVacancy: 0, looser: [] },
});
const mapOf = (result: Found, made = settings) => findMapView(words, href, result, made);

test('a place has the number that it has in the list, page after page', () => {
  const numbers = (page: number) =>
    mapOf(found(page, home, nursery))?.pins.map((pin) => pin.number);
  expect(numbers(1)).toEqual([2]);
  expect(numbers(2)).toEqual([22]);
});

test('a home is on no map, not even roughly; the map says how many are missing', () => {
  const map = mapOf(found(1, nursery, home));
  expect(map?.pins.map(({ href: to }) => to)).toEqual(['/provider/nursery']);
  expect(map?.hidden).toMatch(/^1 is not on it/);
  expect(JSON.stringify(map)).not.toContain('53.4,');
});

test('there is no map where nothing can be shown on it', () => {
  expect(mapOf(found(1, home))).toBeNull();
  expect(mapOf(found(1))).toBeNull();
});

test('a council’s own tiles take the place of the sample area’s layers', () => {
  const tiles = 'https://tiles.example/{z}/{x}/{y}.png';
  const own = mapOf(found(1, nursery), readSettings({ MAP_TILE_URL: tiles }));
  expect(own).toMatchObject({ tiles, layers: [], layersHref: null });
  expect(mapOf(found(1, nursery))).toMatchObject({ tiles: null, layersHref: '/map/trafford.json' });
});
