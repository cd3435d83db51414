/**
 * From `npm start` of the built site, on a database that is there, to its first page; and to its
 * first search, the first time and again, when the index of the last time is still there.
 */
import { benchFolder, environmentOf, removeFolder } from './support/bench-site.ts';
import { residentBytes, startedBy, startServing } from './support/process.ts';
import { median, milliseconds, printTable, type Row } from './support/table.ts';

const port = 4424;
const rounds = 5;

const rows: Row[] = [];
for (const providers of [5_000, 100_000]) {
  const folder = benchFolder(providers);
  const environment = environmentOf(folder, 8);
  const took: { home: number[]; find: number[] } = { home: [], find: [] };
  let memory = 0;
  for (let round = 0; round < rounds; round += 1) {
    const began = performance.now();
    const site = await startServing(['scripts/start.mjs'], {
      ...{ port, path: '/', environment, node: [] },
    });
    took.home.push(performance.now() - began);
    await (await fetch(`http://127.0.0.1:${port}/find`)).text();
    took.find.push(performance.now() - began);
    memory = Math.max(memory, residentBytes(startedBy(site.pid)));
    await site.stop();
  }
  removeFolder(folder);
  const places = providers.toLocaleString('en-GB');
  const [first = 0, ...again] = took.find;
  const shown = [Math.min(...took.home), median(took.home), first, median(again)].map(milliseconds);
  rows.push([
    places,
    ...shown,
    `${Math.round(memory / 1e6)} MB`,
    providers === 5_000 ? '≤ 2 s' : '–',
  ]);
}
printTable(
  'From `npm start` to the first page, built, with an existing database',
  [
    'providers',
    'best to /',
    'median to /',
    'first to /find',
    'again to /find',
    'resident',
    'target to /',
  ],
  rows,
);
