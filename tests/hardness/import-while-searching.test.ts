import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { writeNationalFile } from '../bench/import/national-file.ts';
import { newFolder, runScript, siteEnvironment, startSite, type Site } from '../support/site.ts';

/** `ROWS=71000 npm test` takes the whole country. */
const rows = Number(process.env['ROWS'] ?? 3000);
const more = Math.round(rows * 1.1);
const folder = newFolder();
const root = join(import.meta.dirname, '../..');
const [older, newer] = ['2021-08-31.csv', '2021-11-30.csv'].map((name) => join(folder, name));
let site: Site;

beforeAll(async () => {
  writeNationalFile(older ?? '', rows, 0);
  writeNationalFile(newer ?? '', more, 0.1);
  const postcodes = join(root, 'content/sample-area/postcodes.csv');
  runScript(folder, 'scripts/import.ts', ['postcodes', postcodes]);
  runScript(folder, 'scripts/import.ts', ['ofsted', older ?? '']);
  site = await startSite({ folder, environment: { SAMPLE_AREA: 'none' } });
});
afterAll(() => site.stop());

const answer = z.object({ total: z.number(), results: z.array(z.object({ id: z.string() })) });
const ask = async (query: string) => {
  const response = await fetch(`${site.url}/api/find.json?${query}`);
  expect(response.status, query).toBe(200);
  return answer.parse(await response.json());
};

test(`while ${more} rows are imported every search is answered, from the old index or the new one`, async () => {
  const searches = ['', 'kind=childminder', 'near=M33&within=5', 'q=nursery', 'sort=name&page=3'];
  const before = await Promise.all(searches.map(ask));
  expect(before[0]?.total).toBeGreaterThan(rows * 0.5);
  const importing = spawn(process.execPath, ['scripts/import.ts', 'ofsted', newer ?? ''], {
    ...{ cwd: root, env: siteEnvironment(folder), stdio: 'ignore' },
  });
  const ended = once(importing, 'exit');
  const seen = searches.map(() => new Set<number>());
  let asked = 0;
  const look = async () => {
    for (const [at, search] of searches.entries()) {
      const { total, results } = await ask(search);
      expect(new Set(results.map(({ id }) => id)).size).toBe(results.length);
      seen[at]?.add(total);
      asked += 1;
    }
  };
  while (importing.exitCode === null) await look();
  expect((await ended)[0], 'the import went well').toBe(0);
  const until = Date.now() + 120_000;
  const isNew = () => (seen[0]?.size ?? 0) > 1;
  while (!isNew() && Date.now() < until) {
    await look();
    await wait(20);
  }
  const after = await Promise.all(searches.map(ask));
  expect(after[0]?.total).toBeGreaterThan(before[0]?.total ?? 0);
  for (const [at, totals] of seen.entries()) {
    const either = [before[at]?.total, after[at]?.total];
    expect([...totals].filter((total) => !either.includes(total))).toEqual([]);
  }
  expect(asked).toBeGreaterThan(20);
});
