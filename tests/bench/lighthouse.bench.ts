/** What Lighthouse says of the pages a family meets first, on the slow phone that it imagines. */
import lighthouse from 'lighthouse';
import { launchBrowser } from '../support/browser.ts';
import { benchFolder, fullSearches, removeFolder, startBenchSite } from './support/bench-site.ts';
import { printTable, type Row } from './support/table.ts';

const [port, debugging] = [4426, 4427];
const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const;

const folder = benchFolder(5_000);
const site = await startBenchSite(folder, port, 8);
const browser = await launchBrowser(undefined, [`--remote-debugging-port=${debugging}`]);
const [search = '/find'] = fullSearches(folder, 1);
const provider = await firstProvider(search);
const rows: Row[] = [];
for (const path of ['/', search, `/ur${search}`, provider, '/guidance', '/ask']) {
  rows.push(await look(path));
}
await browser.close();
await site.stop();
removeFolder(folder);
printTable('Lighthouse, each of 100', ['page', ...categories, 'what costs points'], rows);

async function look(path: string): Promise<Row> {
  const result = await lighthouse(
    `http://127.0.0.1:${port}${path}`,
    { port: debugging, output: 'json', logLevel: 'error' },
    { extends: 'lighthouse:default', settings: { onlyCategories: [...categories] } },
  );
  if (result === undefined) throw new Error(`Lighthouse has nothing to say of ${path}`);
  const { audits, categories: seen } = result.lhr;
  const weighed = categories.flatMap((name) => seen[name]?.auditRefs ?? []);
  const costly = weighed
    .filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 0.9)
    .map(({ id }) => id);
  const scores = categories.map((name) => Math.round((seen[name]?.score ?? 0) * 100));
  return [path, ...scores, costly.join(', ') || '–'];
}

async function firstProvider(path: string): Promise<string> {
  const page = await (await fetch(`http://127.0.0.1:${port}${path}`)).text();
  const found = /href="(\/provider\/[^"?#]+)/.exec(page)?.[1];
  if (found === undefined) throw new Error(`No provider on ${path}`);
  return found;
}
