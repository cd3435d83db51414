import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { join } from 'node:path';
import { openDatabase } from '#db/open-database.ts';
import { root } from '../support/process.ts';
import { fillDirectory } from './fill-directory.ts';

const seed = 42;
const home = join(root, 'node_modules/.cache/bench');

/** A database file of so many invented providers, copied to `file`. */
export function copyBenchDirectory(count: number, file: string): void {
  copyFileSync(benchDirectory(count), file);
}

/**
 * The same, for reading alone. Making 100,000 takes a minute, so each is made once and kept until the
 * tables, the lists or the inventing change.
 */
export function benchDirectory(count: number): string {
  const kept = join(home, `${madeFrom()}-${count}.sqlite`);
  if (!existsSync(kept)) make(count, kept);
  return kept;
}

function make(count: number, kept: string): void {
  mkdirSync(home, { recursive: true });
  for (const old of readdirSync(home).filter((name) => name.endsWith(`-${count}.sqlite`)))
    rmSync(join(home, old));
  const aside = `${kept}.${process.pid}`;
  const db = openDatabase(aside);
  db.$client.pragma('synchronous = OFF');
  fillDirectory(db, count, seed);
  db.$client.exec('analyze');
  db.$client.pragma('journal_mode = DELETE');
  db.$client.close();
  renameSync(aside, kept);
}

function madeFrom(): string {
  const hash = createHash('sha256');
  for (const folder of ['db/migrations', 'content/reference', 'tests/bench/directory']) {
    for (const name of readdirSync(join(root, folder)).sort()) {
      if (/\.(?:sql|json|ts)$/.test(name)) hash.update(readFileSync(join(root, folder, name)));
    }
  }
  return hash.digest('hex').slice(0, 16);
}
