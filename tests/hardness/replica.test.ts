import Database from 'better-sqlite3';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { publicTables } from '#db/public-tables.ts';
import { newFolder, runScript, startSite, type Site } from '../support/site.ts';
import { readyDrafts } from './support/drafts.ts';
import { openSiteApp } from './support/site-app.ts';
import { Visitor } from './support/visitor.ts';

const near = '/find?near=M33+7ZF&within=3';
const folder = newFolder();
const copyFolder = newFolder();
const snapshot = join(copyFolder, 'fis.sqlite');
const takeSnapshot = () => runScript(folder, 'scripts/snapshot.ts', [snapshot]);
let main: Site;
let copy: Site;

beforeAll(async () => {
  main = await startSite({ folder });
  const app = openSiteApp(folder);
  readyDrafts(app, 1);
  app.db.$client.close();
  takeSnapshot();
  copy = await startSite({ folder: copyFolder, environment: { READ_ONLY: '1' } });
}, 240_000);
afterAll(async () => {
  await copy.stop();
  await main.stop();
  for (const left of [folder, copyFolder]) rmSync(left, { recursive: true, force: true });
});

const addressesIn = (html: string): readonly string[] => [
  ...new Set(html.match(/\/provider\/[\w-]+(?=["?])/gu)),
];
const look = (site: Site, path: string) => new Visitor(site.url).get(path);
const counts = (file: string): ReadonlyMap<string, number> => {
  const db = new Database(file, { readonly: true });
  const tables = db
    .prepare<[], { name: string }>("select name from sqlite_master where type = 'table'")
    .all();
  const found = tables.map(({ name }) => {
    const rows = db.prepare(`select count(*) from "${name}"`).pluck().get();
    return [name, Number(rows)] as const;
  });
  db.close();
  return new Map(found);
};

test('a snapshot has the whole public directory and no row of anything else', () => {
  const [all, copied] = [counts(join(folder, 'fis.sqlite')), counts(snapshot)];
  expect(all.get('request_draft'), 'there was something to keep back').toBeGreaterThan(0);
  expect(copied.get('service_at_location')).toBeGreaterThan(100);
  for (const table of publicTables)
    expect([table, copied.get(table)]).toEqual([table, all.get(table)]);
  const others = [...copied].filter(
    ([table, rows]) =>
      rows > 0 && table !== '__drizzle_migrations' && !publicTables.some((name) => name === table),
  );
  expect(others).toEqual([]);
});

test('a copy of the site finds what the site finds', async () => {
  const [there, here] = await Promise.all([look(main, near), look(copy, near)]);
  expect(addressesIn(there.html).length).toBeGreaterThan(5);
  expect(addressesIn(here.html)).toEqual(addressesIn(there.html));
  const [first = ''] = addressesIn(here.html);
  expect((await look(copy, first)).h1).toBe((await look(main, first)).h1);
});

test('what a copy cannot take is refused in the reader’s language, with the phone number', async () => {
  for (const path of ['/ask', '/ur/ask', '/track/choose', '/staff', '/t/abc', '/pl/answer/x']) {
    const seen = await look(copy, path);
    expect([path, seen.status]).toEqual([path, 503]);
    expect(seen.html).toContain('0161 496 0123');
  }
  expect((await look(copy, '/ur/ask')).lang).toBe('ur');
  expect((await look(main, '/ask')).status).toBe(200);
});

test('a new snapshot shows within seconds, while the copy answers every search', async () => {
  const [first = ''] = addressesIn((await look(copy, near)).html);
  runScript(folder, 'scripts/directory.ts', ['hide', first.replace('/provider/', ''), '--all']);
  takeSnapshot();
  const deadline = Date.now() + 20_000;
  let seen = await look(copy, near);
  while (addressesIn(seen.html).includes(first) && Date.now() < deadline) {
    expect(seen.status).toBe(200);
    await wait(200);
    seen = await look(copy, near);
  }
  expect(addressesIn(seen.html)).not.toContain(first);
  expect((await look(copy, first)).status).toBe((await look(main, first)).status);
});
