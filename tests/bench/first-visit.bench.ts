/**
 * A first visit to a page of results in Chromium: its bytes over the wire, and how soon a parent on
 * a slow phone (390×844, 1.6 Mbit/s, 150 ms, a quarter of the processor) sees a result.
 */
import { launchBrowser } from '../support/browser.ts';
import { benchFolder, fullSearches, removeFolder, startBenchSite } from './support/bench-site.ts';
import { visitFirst, type FirstVisit } from './support/first-visit.ts';
import { kilobytes, median, milliseconds, printTable, type Row } from './support/table.ts';

const port = 4425;
const visits = 5;
const result = '.fis-result';
const kinds = ['Document', 'Stylesheet', 'Script', 'Font'] as const;

const folder = benchFolder(5_000);
const site = await startBenchSite(folder, port, 8);
const [search = '/find'] = fullSearches(folder, 1);
const browser = await launchBrowser();
const pages = [
  ['English', search, '≤ 60 kB'],
  ['Urdu', `/ur${search}`, '≤ 100 kB'],
] as const;
const weights: Row[] = [];
const views: Row[] = [];
for (const [language, path, target] of pages) {
  const seen: FirstVisit[] = [];
  for (let visit = 0; visit < visits; visit += 1)
    seen.push(await visitFirst(browser, `http://127.0.0.1:${port}${path}`, result));
  weights.push(weightRow(language, seen.at(-1), target));
  views.push(viewRow(language, seen));
}
await browser.close();
await site.stop();
removeFolder(folder);

printTable(
  'First visit to /find with 20 results: over the wire, compressed, with headers',
  ['language', ...kinds, 'other', 'HTML + CSS + JS + fonts', 'target'],
  weights,
);
printTable(
  'The same on a slow phone (390×844, 1.6 Mbit/s, 150 ms, CPU ÷ 4), nothing kept',
  ['language', 'first paint', 'a result in view', 'worst', 'target'],
  views,
);

function weightRow(language: string, visit: FirstVisit | undefined, target: string): Row {
  const weight = visit?.weight ?? new Map<string, number>();
  const ofKind = kinds.map((kind) => weight.get(kind) ?? 0);
  const whole = ofKind.reduce((sum, bytes) => sum + bytes, 0);
  const all = [...weight.values()].reduce((sum, bytes) => sum + bytes, 0);
  return [language, ...ofKind.map(kilobytes), kilobytes(all - whole), kilobytes(whole), target];
}

function viewRow(language: string, visited: readonly FirstVisit[]): Row {
  const painted = milliseconds(median(visited.map((visit) => visit.painted)));
  const inView = visited.flatMap((visit) => visit.inView ?? []);
  const shown =
    inView.length < visited.length
      ? ['only by scrolling', '–']
      : [milliseconds(median(inView)), milliseconds(Math.max(...inView))];
  return [language, painted, ...shown, '≤ 1.5 s'];
}
