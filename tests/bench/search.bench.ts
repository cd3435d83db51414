/**
 * The search engine beside SQL alone, MiniSearch, FlexSearch and (where Debian has it) PostgreSQL 15,
 * on the same rows, query by query in turn: `node tests/bench/search.bench.ts [places …]` (3,000 and
 * 100,000 when none are named).
 */
import { openEmbeddedEngine } from '#platform/search/embedded/engine.ts';
import type { Contender } from './search/contenders/contender.ts';
import { openFlexSearch } from './search/contenders/flex-search.ts';
import { openMiniSearch } from './search/contenders/mini-search.ts';
import { openPlainSql } from './search/contenders/plain-sql.ts';
import { openPostgres } from './search/contenders/postgres.ts';
import { readDocuments } from './search/documents.ts';
import { measure } from './search/measure.ts';
import type { QueryMix } from './search/queries.ts';
import { median, milliseconds, printTable, quantile, times, type Row } from './support/table.ts';

const mixes: readonly (readonly [QueryMix, string])[] = [
  ['words + 5 miles + 3 filters', 'p50 ≤ 0.5 ms, p99 ≤ 3 ms, ≥ 5 ×'],
  ['browse 5 miles', 'p50 ≤ 0.5 ms, p99 ≤ 3 ms, ≥ 10 ×'],
];
const openers = [openPlainSql, openMiniSearch, openFlexSearch, openPostgres];

const sizes = process.argv.slice(2).map(Number);
for (const size of sizes.length > 0 ? sizes : [3_000, 100_000]) await measureSize(size);

async function measureSize(size: number): Promise<void> {
  const documents = [...readDocuments(size)];
  const engine = openEmbeddedEngine();
  const began = performance.now();
  engine.rebuild(documents);
  const built = performance.now() - began;
  const contenders: Contender[] = [];
  for (const open of openers) {
    const contender = await open(documents);
    if (contender) contenders.push(contender);
    else process.stdout.write(`${open.name}: not on this machine\n`);
  }
  const points = documents.flatMap(({ point }) => point ?? []);
  for (const [mix, target] of mixes) {
    const [ours, ...others] = await measure(mix, engine, contenders, points);
    if (!ours) throw new Error('The engine was not measured');
    const rows = [ours, ...others].map(({ name, took, agreed }): Row => [
      ...[name, took.length, milliseconds(median(took)), milliseconds(quantile(took, 0.99))],
      ...[times(median(took) / median(ours.took)), `${Math.round(agreed * 100)} %`],
    ]);
    printTable(
      `${mix}, ${size.toLocaleString('en-GB')} places: every facet counted, the nearest 20 (index built in ${(built / 1000).toFixed(1)} s; target at 100,000: ${target})`,
      ['what', 'queries', 'p50', 'p99', 'as long as ours', 'finds as many'],
      rows,
    );
  }
  for (const contender of contenders) await contender.close();
}
