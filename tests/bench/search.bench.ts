/**
 * The search engine against SQL alone, on the same rows, query by query in turn, in one process:
 * `node tests/bench/search.bench.ts [providers …]` (5,000 and 100,000 when none are named).
 */
import { openEmbeddedEngine } from '#platform/search/embedded/engine.ts';
import { choicesOf, readDocuments } from './search/documents.ts';
import { measure } from './search/measure.ts';
import type { QueryMix } from './search/queries.ts';
import { openSqlBaseline } from './search/sql-baseline.ts';
import { milliseconds, printTable, quantile, times, type Row } from './support/table.ts';

const mixes: readonly (readonly [QueryMix, string])[] = [
  ['words + 5 miles + 3 filters', '≤ 0.5 ms, ≤ 3 ms, ≥ 5 ×'],
  ['browse 5 miles', '≤ 0.5 ms, ≤ 3 ms, ≥ 10 ×'],
];

const sizes = process.argv.slice(2).map(Number);
const rows = (sizes.length > 0 ? sizes : [5_000, 100_000]).flatMap(measureSize);
printTable(
  'Search: every facet counted, the first 20 by distance; SQL alone is R*Tree, FTS5 and sums',
  [
    'query',
    'places',
    'hits',
    'p50',
    'p99',
    'SQL p50',
    'SQL p99',
    'faster',
    'agree',
    'target at 100k',
  ],
  rows,
);

function measureSize(size: number): readonly Row[] {
  const documents = readDocuments(size);
  const engine = openEmbeddedEngine();
  engine.rebuild(documents);
  const baseline = openSqlBaseline(choicesOf(documents));
  for (const document of documents) baseline.add(document);
  const points = documents.flatMap(({ point }) => point ?? []);
  return mixes.map(([mix, target]) => {
    const { engine: took, sql, hits, agreed } = measure(mix, engine, baseline, points);
    return [
      ...[mix, size.toLocaleString('en-GB'), Math.round(hits)],
      ...[milliseconds(quantile(took, 0.5)), milliseconds(quantile(took, 0.99))],
      ...[milliseconds(quantile(sql, 0.5)), milliseconds(quantile(sql, 0.99))],
      times(quantile(sql, 0.5) / quantile(took, 0.5)),
      `${Math.round(agreed * 100)} %`,
      size === 100_000 ? target : '–',
    ];
  });
}
