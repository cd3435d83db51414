/**
 * The brokers' pages of the built site, asked for by somebody who is signed in, with 100,000 requests
 * of which 2,000 are open and 5,000 invented providers: one page after another, as people do, on one
 * connection. `tests/bench/queue.bench.ts 10000 200` takes fewer.
 */
import { openSiteApp } from '../hardness/support/site-app.ts';
import { signedIn } from '../hardness/support/staff.ts';
import { benchFolder, removeFolder, startBenchSite } from './support/bench-site.ts';
import { closeMost } from './support/close-most.ts';
import { fillQueue } from './support/fill-queue.ts';
import { openLoadClient } from './support/load.ts';
import { milliseconds, printTable, quantile } from './support/table.ts';

const port = 4427;
const [cases = 100_000, open = 2_000] = process.argv.slice(2).map(Number);
const seconds = 10;

const folder = benchFolder(5_000);
const app = openSiteApp(folder);
fillQueue(app, cases);
const references = closeMost(app, open);
const { cookie } = await signedIn(app, 'bench@council.example');
app.db.$client.close();

const site = await startBenchSite(folder, port, 0, true);
const client = openLoadClient();
const began = performance.now();
await fetch(`http://127.0.0.1:${port}/staff`, { headers: { cookie: cookie ?? '' } });
const first = performance.now() - began;

const pages = [
  { name: 'the queue', target: 'p99 ≤ 100 ms', paths: ['/staff', '/staff?view=all&page=40'] },
  {
    name: 'the queue, filtered',
    target: 'p99 ≤ 100 ms',
    paths: ['/staff?view=all&needs=1&language=ur', '/staff?view=overdue&age=2'],
  },
  {
    name: 'closed requests',
    target: 'p99 ≤ 100 ms',
    paths: ['/staff?view=closed', '/staff?view=closed&page=30'],
  },
  {
    name: 'a request',
    target: 'p99 ≤ 80 ms',
    paths: references.slice(0, 200).map((reference) => `/staff/case/${reference}`),
  },
];
const rows = [];
for (const { name, target, paths } of pages) {
  const load = { port, paths, connections: 1, ...(cookie !== null && { cookie }) };
  await client.load({ ...load, milliseconds: 2_000 });
  const { waits } = await client.load({ ...load, milliseconds: seconds * 1000 });
  const shown = [0.5, 0.99].map((share) => milliseconds(quantile(waits, share)));
  rows.push([name, waits.length, ...shown, milliseconds(Math.max(...waits)), target]);
}
printTable(
  `Brokers’ pages with ${cases.toLocaleString('en-GB')} requests, ${open.toLocaleString('en-GB')} open (on all cores)`,
  ['page', 'pages', 'p50', 'p99', 'worst', 'target'],
  [...rows, ['the queue, first time after a start', 1, '–', '–', milliseconds(first), '–']],
);

client.stop();
await site.stop();
removeFolder(folder);
