import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { copyBenchDirectory } from '../directory/open-bench-directory.ts';
import { startServing, type Served } from './process.ts';

/** A folder with the database of so many invented providers. */
export function benchFolder(providers: number): string {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  copyBenchDirectory(providers, join(folder, 'fis.sqlite'));
  return folder;
}

export const removeFolder = (folder: string): void => rmSync(folder, { recursive: true });

/** The settings of a site on that folder; `cache` is in megabytes, 0 for none. */
export const environmentOf = (folder: string, cache: number) => ({
  DATABASE_PATH: join(folder, 'fis.sqlite'),
  SAMPLE_AREA: 'none',
  PAGE_CACHE_MB: String(cache),
});

/** Starts the built site; it is ready when it has answered a search. */
export const startBenchSite = (
  folder: string,
  port: number,
  cache: number,
  allCores = false,
): Promise<Served> =>
  startServing(['scripts/serve.ts'], {
    port,
    path: '/find',
    environment: environmentOf(folder, cache),
    allCores,
  });

/** Searches within 5 miles of so many places; each finds at least a page of 20. */
export function fullSearches(folder: string, count: number): readonly string[] {
  const db = new Database(join(folder, 'fis.sqlite'), { readonly: true });
  const rows = db
    .prepare<[number], { display: string }>(
      `select p.display from postcode p
       where (select count(*) from location l
         where abs(l.latitude - p.latitude) < 0.03 and abs(l.longitude - p.longitude) < 0.05) >= 20
       order by p.key limit ?`,
    )
    .all(count);
  db.close();
  return rows.map(({ display }) => `/find?${new URLSearchParams({ near: display, within: '5' })}`);
}
