import { eq } from 'drizzle-orm';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test, vi } from 'vitest';
import { service } from '#db/schema/directory.ts';
import { openBackgroundSearch } from '#directory/background-search.ts';
import { raiseDirectoryVersion } from '#directory/provider-store.ts';
import { openEmbeddedEngine } from '#platform/search/embedded/engine.ts';
import { everything } from '../platform/search/few-places.ts';
import { addPlace } from '../support/place.ts';
import { openTestApp, type TestApp } from '../support/test-app.ts';

const script = pathToFileURL(join(import.meta.dirname, '../../scripts/build-index.ts'));

const openSearch = (app: TestApp) => openBackgroundSearch(openEmbeddedEngine(), app, script);

test('a search is ready with the first index, and goes on in it until the next is whole', async () => {
  const app = openTestApp();
  addPlace(app, 'elm');
  const search = openSearch(app);
  await search.ready();
  const total = () => search.searchHere(everything).total;
  const first = search.state();
  expect(total()).toBe(1);
  addPlace(app, 'oak');
  raiseDirectoryVersion(app.db);
  expect(total(), 'the asker does not wait').toBe(1);
  expect(search.state(), 'and what is kept of it is kept under its own name').toBe(first);
  await vi.waitFor(() => expect(total()).toBe(2), { timeout: 20_000, interval: 50 });
  expect(search.state()).not.toBe(first);
});

test('words that were withdrawn find nothing from that moment on', async () => {
  const app = openTestApp();
  const id = addPlace(app, 'elmtree');
  const search = openSearch(app);
  await search.ready();
  const find = (words: string) => search.searchHere({ ...everything, words });
  expect(find('elmtree').total).toBe(1);
  expect(find('elmtrea').corrected).toEqual([{ typed: 'elmtrea', taken: 'elmtree' }]);
  app.db.update(service).set({ name: 'Nursery oak' }).where(eq(service.id, id)).run();
  raiseDirectoryVersion(app.db);
  for (const words of ['elmtree', 'elmtrea']) {
    expect(find(words)).toMatchObject({ total: 0, hits: [], corrected: [] });
    expect(search.searchHere({ ...everything, words, limit: 0 }).total, 'not even a count').toBe(0);
  }
  expect(find('nursery').total, 'and others go on').toBe(1);
});

test('a build that fails is said, and tried again after a while', async () => {
  const app = openTestApp();
  const said: string[] = [];
  const log = { ...app.log, error: (what: string) => said.push(what) };
  const gone = new URL('./gone.ts', script);
  const search = openBackgroundSearch(openEmbeddedEngine(), { ...app, log }, gone);
  await search.ready();
  expect(said).toEqual(['search index not built']);
  expect(search.searchHere(everything).total).toBe(0);
  await search.ready();
  expect(said, 'not with every search').toHaveLength(1);
  app.setTime('2026-11-23T10:00:11Z');
  await search.ready();
  expect(said).toHaveLength(2);
});
