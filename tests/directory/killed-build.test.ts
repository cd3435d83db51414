import { fork } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { expect, test, vi } from 'vitest';
import { openBackgroundSearch } from '#directory/background-search.ts';
import { newIndexFile, readKeptIndex } from '#directory/index-files.ts';
import { raiseDirectoryVersion } from '#directory/directory-version-store.ts';
import { openEmbeddedEngine } from '#platform/search/embedded/engine.ts';
import { everything } from '../platform/search/few-places.ts';
import { addPlace } from '../support/place.ts';
import { openTestApp } from '../support/test-app.ts';

const script = pathToFileURL(join(import.meta.dirname, '../../scripts/build-index.ts'));
/** Milliseconds after the builder was started: before it reads, while it builds, about when it ends. */
const moments = [0, 60, 150, 250, 350, 450];
const pauseAfterFailure = 10_000;

test('a builder killed at any moment leaves a search that works, and the next one takes its place', async () => {
  const app = openTestApp();
  addPlace(app, 'elm');
  const said: string[] = [];
  const log = { ...app.log, error: (what: string) => said.push(what) };
  const search = openBackgroundSearch(openEmbeddedEngine(), { ...app, log }, script);
  await search.ready();
  const total = () => search.searchHere(everything).total;
  expect(total()).toBe(1);
  let now = app.clock.now().getTime();
  for (const [at, moment] of moments.entries()) {
    addPlace(app, `more-${at}`);
    raiseDirectoryVersion(app.db, 'many');
    const before = total();
    const builder = await vi.waitFor(findBuilder, { interval: 1 });
    await wait(moment);
    if (isRunning(builder)) process.kill(builder, 'SIGKILL');
    await vi.waitFor(() => expect(isRunning(builder)).toBe(false));
    expect([before, at + 2], 'the old index or the new one').toContain(total());
    now += pauseAfterFailure + 1;
    app.setTime(new Date(now).toISOString());
    await vi.waitFor(() => expect(total()).toBe(at + 2), { timeout: 20_000, interval: 20 });
  }
  expect(said.length, 'it was killed before it ended').toBeGreaterThan(0);
  expect(new Set(said)).toEqual(new Set(['search index not built']));
}, 60_000);

test('a site that is killed while one is built for it finds it kept when it starts again', async () => {
  const app = openTestApp();
  addPlace(app, 'elm');
  const file = await newIndexFile(app.databaseFile);
  const about = [app.databaseFile, file, app.clock.now().toISOString(), 'en', 'pl', 'ur'];
  const builder = fork(script, about);
  builder.disconnect();
  expect(await once(builder, 'exit')).toEqual([0, null]);
  expect(readdirSync(app.folder).filter((name) => name.includes('index'))).toEqual([
    'fis.sqlite-search-index',
  ]);
  expect((await readKeptIndex(app.databaseFile))?.count).toBe(1);
});

/** The builder that this process has started. */
function findBuilder(): number {
  const ours = readdirSync('/proc/self/task').flatMap((thread) =>
    readFileSync(`/proc/self/task/${thread}/children`, 'utf8').split(' ').filter(Boolean),
  );
  const builder = ours.find((pid) =>
    readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('build-index.ts'),
  );
  if (builder === undefined) throw new Error('There is no builder yet');
  return Number(builder);
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
