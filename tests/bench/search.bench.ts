/**
 * The search engine beside SQL alone, MiniSearch, FlexSearch, PostgreSQL 15 (where Debian has it) and
 * Meilisearch (where `MEILI_URL` names one), on the same rows, query by query in turn: `node tests/bench/search.bench.ts [places …]` (3,000,
 * 100,000 and a million when none are named). A million want `--max-old-space-size=16000`.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEmbeddedEngine } from '#platform/search/embedded/engine.ts';
import { readSnapshot } from '#platform/search/embedded/snapshot-file.ts';
import type { Documents } from './search/contenders/contender.ts';
import { openFlexSearch } from './search/contenders/flex-search.ts';
import { openMeilisearchServer } from './search/contenders/meilisearch-server.ts';
import { openMiniSearch } from './search/contenders/mini-search.ts';
import { openPlainSql } from './search/contenders/plain-sql.ts';
import { openPostgres } from './search/contenders/postgres.ts';
import { readDocuments } from './search/documents.ts';
import { indexColumns, measureIndex } from './search/index-figures.ts';
import { measure, type Measured } from './search/measure.ts';
import { openContender, type Opened } from './search/open-contender.ts';
import type { QueryMix } from './search/queries.ts';
import { median, milliseconds, printTable, quantile, times, type Row } from './support/table.ts';

const mixes: readonly (readonly [QueryMix, string])[] = [
  ['words + 5 miles + 3 filters', 'a million p50 ≤ 1 ms, p99 ≤ 6 ms, ≥ 10 ×'],
  ['browse 5 miles', 'a million p99 ≤ 6 ms, ≥ 10 ×'],
];
const measureColumns = [
  ...['what', 'queries', 'processor p50', 'p99', 'not interrupted', 'clock p50', 'p99'],
  ...['times ours', 'finds as many'],
];
const openers = [openPlainSql, openMiniSearch, openFlexSearch, openPostgres, openMeilisearchServer];

const sizes = process.argv.slice(2).map(Number);
const figures: Row[] = [];
const folder = mkdtempSync(join(tmpdir(), 'bench-'));
for (const size of sizes.length > 0 ? sizes : [3_000, 100_000, 1_000_000]) await measureSize(size);
printTable(
  'the index by size (target at a million: built in ≤ 30 s, typed arrays ≤ 300 MB)',
  indexColumns,
  figures,
);
rmSync(folder, { recursive: true });

async function measureSize(size: number): Promise<void> {
  const documents = readDocuments(size);
  const file = join(folder, String(size));
  figures.push(measureIndex(size, file));
  const engine = openEmbeddedEngine();
  engine.adopt(await readSnapshot(file));
  rmSync(file);
  const opened: Opened[] = [];
  for (const open of openers) opened.push(await openContender(open, documents));
  const contenders = opened.flatMap(({ contender }) => contender ?? []);
  const points = pointsOf(documents);
  for (const [mix, target] of mixes) {
    printTable(
      `${mix}, ${size.toLocaleString('en-GB')} places: every facet counted, the nearest 20 (target at 100,000: p50 ≤ 0.5 ms, p99 ≤ 3 ms, ≥ 5 ×; at ${target})`,
      measureColumns,
      [...rowsOf(await measure(mix, engine, contenders, points)), ...leftOut(opened)],
    );
  }
  for (const contender of contenders) await contender.close();
}

function rowsOf([ours, ...others]: readonly Measured[]): readonly Row[] {
  if (!ours) throw new Error('The engine was not measured');
  return [ours, ...others].map(({ name, took, worked, ratios, agreed }): Row => [
    ...[name, worked.length, milliseconds(median(worked)), milliseconds(quantile(worked, 0.99))],
    ...[took.length, milliseconds(median(took)), milliseconds(quantile(took, 0.99))],
    ...[times(median(ratios)), `${Math.round(agreed * 100)} %`],
  ]);
}

function leftOut(opened: readonly Opened[]): readonly Row[] {
  return opened.flatMap(({ contender, name, why }): readonly Row[] =>
    contender ? [] : [[`${name}: ${why}`, ...measureColumns.slice(1).map(() => '–')]],
  );
}

function pointsOf(documents: Documents) {
  const points = [];
  for (const { point } of documents) if (point) points.push(point);
  return points;
}
