/**
 * Pages of the built site, in processes of their own, with 5,000 invented providers, made anew for
 * each request, each against a page of the same bytes that holds no code; and `/find` from the cache.
 */
import { rmSync } from 'node:fs';
import { buildStaticSite } from './static-site/build-static-site.ts';
import { benchFolder, fullSearches, removeFolder, startBenchSite } from './support/bench-site.ts';
import { howPinned } from './support/cores.ts';
import { openLoadClient } from './support/load.ts';
import { measureInTurn, type Contender, type Pace } from './support/measure-in-turn.ts';
import { residentBytes, startServing } from './support/process.ts';
import { median, milliseconds, printTable, quantile, times, type Row } from './support/table.ts';

const ports = { anew: 4421, kept: 4422, still: 4423 };
const folder = benchFolder(5_000);
const searches = fullSearches(folder, 40);
const anew = await startBenchSite(folder, ports.anew, 0);
const kept = await startBenchSite(folder, ports.kept, 8);
const asked = {
  find: searches,
  home: ['/'],
  provider: await providerPages(),
  ask: ['/ask'],
} as const;
const names = ['find', 'home', 'provider', 'ask'] as const;
const still = buildStaticSite({
  ...{ find: await typicalPage(asked.find), home: await typicalPage(asked.home) },
  ...{ provider: await typicalPage(asked.provider), ask: await typicalPage(asked.ask) },
});
const script = ['tests/bench/static-site/serve-static-site.ts', still];
const held = await startServing(script, { port: ports.still, path: '/find' });
const client = openLoadClient();

const contenders: readonly Contender[] = [
  ...names.flatMap((name) => [
    { name: `static, as ${name}`, port: ports.still, pid: held.pid, paths: [`/${name}`] },
    { name, port: ports.anew, pid: anew.pid, paths: asked[name] },
  ]),
  { name: 'find, cached', port: ports.kept, pid: kept.pid, paths: searches },
];
const [stillFind, find, keptFind] = [contenders[0], contenders[1], contenders.at(-1)];
const busy = await measureInTurn(client, contenders, { connections: 32, rounds: 8 });
const ofFind = [stillFind, find, keptFind].flatMap((one) => one ?? []);
const alone = await measureInTurn(client, ofFind, { connections: 1, rounds: 4 });
const fullOf = Array.from({ length: 30 }, (_, page) =>
  searches.map((path) => `${path}&q=${String.fromCharCode(97 + page)}`),
).flat();
await client.load({ port: ports.kept, paths: fullOf, connections: 8, milliseconds: 20_000 });

printTable(
  `Pages with 5,000 providers, 20 results each (${howPinned}; "CPU" is the server's own)`,
  ['page', 'connections', 'pages/s', 'CPU a page', 'p50', 'p99'],
  [...busy.map((pace) => rowOf(pace, 32)), ...alone.map((pace) => rowOf(pace, 1))],
);
const paceOf = (name: string) => busy.find((pace) => pace.name === name);
printTable(
  'Against one another',
  ['what', 'by pages/s', 'by CPU', 'target'],
  [
    ...names.map((name) =>
      ratioRow(
        `${name}, cache off ÷ a static page of its bytes`,
        paceOf(name),
        paceOf(`static, as ${name}`),
        name === 'find' ? '≥ 0.4 ×' : '–',
      ),
    ),
    ratioRow('find, cached ÷ cache off', paceOf('find, cached'), paceOf('find'), '≥ 5 ×'),
  ],
);
const megabytes = (pid: number) => `${Math.round(residentBytes(pid) / 1e6)} MB`;
printTable(
  'Memory after all that',
  ['site', 'resident', 'target'],
  [
    ['5,000 providers, cache off', megabytes(anew.pid), '≤ 250 MB'],
    ['5,000 providers, cache full', megabytes(kept.pid), '≤ 250 MB'],
  ],
);

client.stop();
await Promise.all([anew.stop(), kept.stop(), held.stop()]);
rmSync(still, { recursive: true });
removeFolder(folder);

/** The HTML of the page that is neither large nor small. */
async function typicalPage(paths: readonly string[]): Promise<string> {
  const pages = await Promise.all(
    paths.map(async (path) => (await fetch(`http://127.0.0.1:${ports.anew}${path}`)).text()),
  );
  const bySize = pages.toSorted((a, b) => a.length - b.length);
  return bySize[Math.floor(bySize.length / 2)] ?? '';
}

/** The pages of the first places of a search. */
async function providerPages(): Promise<readonly string[]> {
  const [search = ''] = searches;
  const page = await (await fetch(`http://127.0.0.1:${ports.anew}${search}`)).text();
  return [...new Set(page.match(/\/provider\/[\w-]+(?=["?])/gu))];
}

function rowOf({ name, rates, cpu, waits }: Pace, connections: number): Row {
  const wait = (share: number) => milliseconds(quantile(waits, share));
  const rate = Math.round(median(rates));
  return [name, connections, rate, milliseconds(median(cpu)), wait(0.5), wait(0.99)];
}

function ratioRow(what: string, of?: Pace, to?: Pace, target = ''): Row {
  const byRate = of?.rates.map((rate, round) => rate / (to?.rates[round] ?? Number.NaN)) ?? [];
  const byCpu = of?.cpu.map((cpu, round) => (to?.cpu[round] ?? Number.NaN) / cpu) ?? [];
  return [what, times(median(byRate)), times(median(byCpu)), target];
}
