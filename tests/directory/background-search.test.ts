import { eq } from 'drizzle-orm';
import { truncateSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test, vi } from 'vitest';
import { openDatabase } from '#db/open-database.ts';
import { directoryVersion, service, serviceAtLocation } from '#db/schema/directory.ts';
import { openBackgroundSearch } from '#directory/background-search.ts';
import { raiseDirectoryVersion } from '#directory/directory-version-store.ts';
import { openEmbeddedEngine } from '#platform/search/embedded/engine.ts';
import { everything } from '../platform/search/few-places.ts';
import { addPlace } from '../support/place.ts';
import { openTestApp, type TestApp } from '../support/test-app.ts';

const script = pathToFileURL(join(import.meta.dirname, '../../scripts/build-index.ts'));

const rename = (app: TestApp, id: string, name: string) =>
  app.db.update(service).set({ name }).where(eq(service.id, id)).run();
const openSearch = (app: TestApp) => openBackgroundSearch(openEmbeddedEngine(), app, script);
/** One that has only what was kept: it cannot build. */
const openKept = (app: TestApp) =>
  openBackgroundSearch(openEmbeddedEngine(), app, new URL('./gone.ts', script));

test('a search is ready with the first index, and goes on in it until the next is whole', async () => {
  const app = openTestApp();
  addPlace(app, 'elm');
  const search = openSearch(app);
  await search.ready();
  const total = () => search.searchHere(everything).total;
  expect(total()).toBe(1);
  addPlace(app, 'oak');
  raiseDirectoryVersion(app.db, 'many');
  expect(total(), 'the asker does not wait').toBe(1);
  const behind = search.state();
  await vi.waitFor(() => expect(total()).toBe(2), { timeout: 20_000, interval: 50 });
  expect(search.state(), 'what is kept of it is kept under its own name').not.toBe(behind);
});

test('a changed place is found as it is now by the very next search', async () => {
  const app = openTestApp();
  const ids = ['elm', 'oak', 'yew'].map((id) => addPlace(app, id));
  const search = openSearch(app);
  await search.ready();
  const find = (words: string) =>
    search.searchHere({ ...everything, words }).hits.map(({ id }) => id);
  const before = search.state();
  addPlace(app, 'ash');
  rename(app, 'elm', 'Rowan House');
  raiseDirectoryVersion(app.db, ['ash', 'elm']);
  expect(search.state()).not.toBe(before);
  expect(find('ash')).toEqual(['ash']);
  expect(find('rowan')).toEqual(['elm']);
  expect(find('elm'), 'words that are gone find nothing').toEqual([]);
  app.db
    .update(serviceAtLocation)
    .set({ optedOut: true })
    .where(eq(serviceAtLocation.id, 'oak'))
    .run();
  raiseDirectoryVersion(app.db, ['oak']);
  expect(find('')).toEqual(['ash', ...ids.filter((id) => id === 'yew'), 'elm']);
});

test('another process notices it too, and what it cannot know in detail it reads anew', async () => {
  const app = openTestApp();
  addPlace(app, 'elm');
  const other = openSearch(app);
  await other.ready();
  const writer = openDatabase(app.databaseFile);
  writer.update(service).set({ name: 'Rowan House' }).where(eq(service.id, 'elm')).run();
  raiseDirectoryVersion(writer, ['elm']);
  expect(other.searchHere({ ...everything, words: 'rowan' }).total).toBe(1);
  addPlace(app, 'oak');
  for (let round = 0; round < 200; round += 1) raiseDirectoryVersion(writer, ['elm']);
  raiseDirectoryVersion(writer, 'many');
  writer.$client.close();
  expect(other.searchHere(everything).total).toBe(1);
  const total = () => other.searchHere(everything).total;
  await vi.waitFor(() => expect(total()).toBe(2), { timeout: 20_000, interval: 50 });
});

test('words that were withdrawn find nothing from that moment on', async () => {
  const app = openTestApp();
  const id = addPlace(app, 'elmtree');
  const search = openSearch(app);
  await search.ready();
  const find = (words: string) => search.searchHere({ ...everything, words });
  expect(find('elmtree').total).toBe(1);
  expect(find('elmtrea').corrected).toEqual([{ typed: 'elmtrea', taken: 'elmtree' }]);
  rename(app, id, 'Nursery oak');
  raiseDirectoryVersion(app.db, 'many');
  for (const words of ['elmtree', 'elmtrea']) {
    expect(find(words)).toMatchObject({ total: 0, hits: [], corrected: [] });
    expect(search.searchHere({ ...everything, words, limit: 0 }).total, 'not even a count').toBe(0);
  }
  expect(find('nursery').total, 'and others go on').toBe(1);
});

test('a site that starts anew searches in the index it kept, and in what changed since', async () => {
  const app = openTestApp();
  for (const id of ['elm', 'oak', 'yew']) addPlace(app, id);
  await openSearch(app).ready();
  rename(app, 'oak', 'Rowan House');
  app.db.delete(serviceAtLocation).where(eq(serviceAtLocation.id, 'yew')).run();
  addPlace(app, 'ash');
  raiseDirectoryVersion(app.db, ['oak', 'yew', 'ash']);
  app.setTime('2026-11-24T03:00:00Z');
  const search = openKept(app);
  await search.ready();
  const find = (words: string) =>
    search.searchHere({ ...everything, words }).hits.map(({ id }) => id);
  expect(find('')).toEqual(['ash', 'elm', 'oak']);
  expect(find('rowan')).toEqual(['oak']);
  expect(find('yew')).toEqual([]);
});

test('and builds a new one behind it, for another release may have made the kept one', async () => {
  const app = openTestApp();
  addPlace(app, 'elm');
  await openSearch(app).ready();
  addPlace(app, 'a place that only a new index can know');
  const search = openSearch(app);
  await search.ready();
  expect(search.searchHere(everything).total).toBe(1);
  const total = () => search.searchHere(everything).total;
  await vi.waitFor(() => expect(total()).toBe(2), { timeout: 20_000, interval: 50 });
});

test.each<[string, (app: TestApp) => unknown]>([
  ['much has changed since', (app) => raiseDirectoryVersion(app.db, 'many')],
  ['it is of the day before yesterday', (app) => app.setTime('2026-11-25T10:00:00Z')],
  ['it is of a later state than the directory', (app) => app.db.delete(directoryVersion).run()],
  ['its file is broken', (app) => truncateSync(`${app.databaseFile}-search-index`, 100)],
])('a kept index is left alone when %s', async (_, change) => {
  const app = openTestApp();
  addPlace(app, 'elm');
  raiseDirectoryVersion(app.db, ['elm']);
  await openSearch(app).ready();
  const before = openKept(app);
  await before.ready();
  expect(before.searchHere(everything).total).toBe(1);
  change(app);
  const search = openKept(app);
  await search.ready();
  expect(search.searchHere(everything).total).toBe(0);
});

test('and when the site has come to offer another language', async () => {
  const app = openTestApp();
  addPlace(app, 'elm');
  await openSearch(app).ready();
  const later = openTestApp({ DATABASE_PATH: app.databaseFile, LANGUAGES: 'en,ur' });
  const search = openKept({ ...later, db: app.db });
  await search.ready();
  expect(search.searchHere(everything).total).toBe(0);
});

test('a build that fails is said, and tried again after a while', async () => {
  const app = openTestApp();
  const said: string[] = [];
  const log = { ...app.log, error: (what: string) => said.push(what) };
  const search = openKept({ ...app, log });
  await search.ready();
  expect(said).toEqual(['search index not built']);
  expect(search.searchHere(everything).total).toBe(0);
  await search.ready();
  expect(said, 'not with every search').toHaveLength(1);
  app.setTime('2026-11-23T10:00:11Z');
  await search.ready();
  expect(said).toHaveLength(2);
});
