/**
 * Requests sent to the built site with 100,000 cases in the queue, 20 a second while 20 searches a second run, on
 * all the machine's cores, then as many as it takes: each one a transaction that is on disk before it is answered.
 */
import { setTimeout as wait } from 'node:timers/promises';
import { openSiteApp } from '../hardness/support/site-app.ts';
import { readyDrafts } from '../hardness/support/drafts.ts';
import { benchFolder, fullSearches, removeFolder, startBenchSite } from './support/bench-site.ts';
import { fillQueue } from './support/fill-queue.ts';
import { milliseconds, printTable, quantile } from './support/table.ts';

const port = 4426;
const cases = Number(process.argv[2] ?? 100_000);
const perSecond = 20;
const seconds = 20;
const searchesPerSecond = 20;
const atOnce = 8;
/** The first requests teach the process; they are not counted. */
const warming = 100;

const folder = benchFolder(5_000);
const app = openSiteApp(folder);
fillQueue(app, cases);
const drafts = readyDrafts(app, warming + perSecond * seconds + 500);
await wait(3_100);
app.db.$client.close();

const site = await startBenchSite(folder, port, 8, true);
const searches = fullSearches(folder, 40);
for (const token of drafts.slice(0, warming)) await send(token);

const paced = await whileSearched(() =>
  sendPaced(drafts.slice(warming, warming + perSecond * seconds)),
);
const flat = await sendFlatOut(drafts.slice(warming + perSecond * seconds));
await site.stop();
removeFolder(folder);

printTable(
  `Requests sent, with ${cases.toLocaleString('en-GB')} cases in the queue`,
  ['how', 'sent', 'a second', 'p50', 'p99', 'worst', 'target'],
  [
    row(
      `${perSecond} a second, and ${searchesPerSecond} searches`,
      paced.waits,
      paced.seconds,
      'p99 ≤ 50 ms',
    ),
    row(`${atOnce} at a time, as fast as they go`, flat.waits, flat.seconds, '–'),
  ],
);

function row(how: string, waits: readonly number[], took: number, target: string) {
  const shown = [quantile(waits, 0.5), quantile(waits, 0.99), Math.max(...waits)];
  return [how, waits.length, (waits.length / took).toFixed(0), ...shown.map(milliseconds), target];
}

/** Sends one draft as its family does; gives how long the answer took. Throws when it was not kept. */
async function send(token: string): Promise<number> {
  const began = performance.now();
  const response = await fetch(`http://127.0.0.1:${port}/ask/check`, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie: `__Host-request=${token}`, origin: `http://127.0.0.1:${port}` },
    body: new URLSearchParams({ website: '' }),
  });
  await response.arrayBuffer();
  if (response.headers.get('location') !== '/ask/sent') throw new Error(`${response.status}`);
  return performance.now() - began;
}

async function sendPaced(tokens: readonly string[]) {
  const began = performance.now();
  const sent: Promise<number>[] = [];
  for (const [index, token] of tokens.entries()) {
    await wait(Math.max(0, began + (index * 1000) / perSecond - performance.now()));
    sent.push(send(token));
  }
  const waits = await Promise.all(sent);
  return { waits, seconds: (performance.now() - began) / 1000 };
}

async function sendFlatOut(tokens: readonly string[]) {
  const began = performance.now();
  const waiting = [...tokens];
  const waits: number[] = [];
  const sender = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift())
      waits.push(await send(next));
  };
  await Promise.all(Array.from({ length: atOnce }, sender));
  return { waits, seconds: (performance.now() - began) / 1000 };
}

/** Does something while parents search, so many a second, each search another than the last. */
async function whileSearched<T>(run: () => Promise<T>): Promise<T> {
  let isOver = false;
  const search = async () => {
    for (let turn = 0; !isOver; turn += 1) {
      const path = `${searches[turn % searches.length] ?? '/find'}&page=${1 + (turn % 3)}`;
      void fetch(`http://127.0.0.1:${port}${path}`).then((response) => response.arrayBuffer());
      await wait(1000 / searchesPerSecond);
    }
  };
  const searching = search();
  const done = await run();
  isOver = true;
  await searching;
  return done;
}
