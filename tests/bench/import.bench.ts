/**
 * Ofsted's national file, of a size that is its own (71,000 rows) or given, with its postcodes known:
 * `node tests/bench/import.bench.ts [rows]`. Each import is a process of its own, as on the command
 * line.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { writeNationalFile } from './import/national-file.ts';
import { printTable, type Row } from './support/table.ts';

const cost = z.object({
  ...{ added: z.number(), changed: z.number(), unchanged: z.number(), left: z.number() },
  ...{ seconds: z.number(), processorSeconds: z.number(), megabytes: z.number() },
});

const rows = Number(process.argv[2] ?? 71_000);
const folder = mkdtempSync(join(tmpdir(), 'import-'));
const root = join(import.meta.dirname, '../..');

function take(kind: string, file: string) {
  const args = [join(import.meta.dirname, 'import/take-file.ts'), kind, file];
  const { stdout, stderr } = spawnSync(
    process.execPath,
    ['--max-semi-space-size=8', ...args, join(folder, 'fis.sqlite')],
    { encoding: 'utf8' },
  );
  if (stdout === '') throw new Error(stderr);
  return cost.parse(JSON.parse(stdout));
}

function measured(name: string, file: string): Row {
  const { added, changed, unchanged, left, ...took } = take('ofsted', join(folder, file));
  return [
    ...[name, added, changed, unchanged, left],
    ...[`${took.seconds.toFixed(1)} s`, `${took.processorSeconds.toFixed(1)} s`],
    `${Math.round(took.megabytes)} MB`,
  ];
}

try {
  writeNationalFile(join(folder, '2021-08-31.csv'), rows, 0);
  writeNationalFile(join(folder, '2021-11-30.csv'), rows, 0.1);
  take('postcodes', join(root, 'content/sample-area/postcodes.csv'));
  printTable(
    `Import of Ofsted's file, ${rows.toLocaleString('en-GB')} rows; target: 30 s, 400 MB`,
    ['file', 'added', 'changed', 'unchanged', 'left', 'time', 'processor', 'peak memory'],
    [
      measured('the first', '2021-08-31.csv'),
      measured('the same again', '2021-08-31.csv'),
      measured('a newer one', '2021-11-30.csv'),
    ],
  );
} finally {
  rmSync(folder, { recursive: true });
}
