import { parse } from 'csv-parse/sync';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, onTestFinished } from 'vitest';
import type { Db } from '#db/open-database.ts';
import { importOfsted } from '#exchange/import-ofsted.ts';
import { describeRefusal, type ImportOutcome } from '#exchange/import-refusal.ts';
import type { ImportReport } from '#exchange/import-report.ts';
import type { ImportCtx } from '#exchange/import-report-store.ts';
import { systemIds } from '#platform/ids.ts';
import { newDatabase } from '../support/new-database.ts';
import { testKeys } from '../support/test-app.ts';

const root = join(import.meta.dirname, '../..');
export const realOfsted = join(root, 'tests/fixtures/ofsted/ofsted_mi_2021-08-31_trafford.csv');
const fixture = (name: string) => join(root, 'tests/fixtures/ofsted', name);
export const realChildminders = fixture('ofsted_childminders_2025-03-31_trafford.csv');
export const realAgencies = fixture('childminder_agencies_2024-12-31.csv');
export const reconstructed = fixture('ofsted_mi_2025-12-31_isle-of-wight_reconstructed.csv');
export const realFeed = fixture('la_feed_2021-09-01_trafford.xml');
export const headerVariants = fixture('header_variants.json');
export const samplePostcodes = join(root, 'content/sample-area/postcodes.csv');
export const sampleOfsted = join(root, 'content/sample-area/ofsted.csv');

export type Workshop = {
  readonly ctx: ImportCtx;
  readonly db: Db;
  readonly databaseFile: string;
  /** Writes a file beside the database and gives its path. */
  readonly write: (name: string, content: string | Uint8Array) => string;
};

/** A new migrated database in its own folder, gone when the test ends; the day is 22 November 2026. */
export function workshop(): Workshop {
  const { close, ...shop } = open();
  onTestFinished(close);
  return shop;
}

/** The same for all the tests of a `describe` that only read. */
export function sharedWorkshop(): Workshop {
  const { close, ...shop } = open();
  afterAll(close);
  return shop;
}

function open(): Workshop & { readonly close: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'fis-'));
  const databaseFile = join(folder, 'fis.sqlite');
  const db = newDatabase(databaseFile);
  const clock = { now: () => new Date('2026-11-22T10:00:00Z') };
  return {
    ctx: { db, clock, ids: systemIds, keys: testKeys },
    db,
    databaseFile,
    write: (name, content) => {
      const file = join(folder, name);
      writeFileSync(file, content);
      return file;
    },
    close: () => {
      db.$client.close();
      rmSync(folder, { recursive: true });
    },
  };
}

/** The rows of a CSV file as its publisher names them: a reading of its own, not the importer's. */
export const rowsOf = (file: string): readonly Record<string, string>[] =>
  parse<Record<string, string>>(readFileSync(file), { columns: true, bom: true });

type Row = Readonly<Record<string, string>>;

/** A file in the layout of 2021 with these rows; columns that a row leaves out are blank. */
export const ofstedCsv = (rows: readonly Row[]): string =>
  csvOf(Object.keys(rowsOf(realOfsted)[0] ?? {}), rows);

/** A file with this header, its cells quoted. */
export function csvOf(header: readonly string[], rows: readonly Row[]): string {
  const line = (cells: readonly string[]) =>
    cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',');
  return [line(header), ...rows.map((row) => line(header.map((name) => row[name] ?? '')))].join(
    '\n',
  );
}

const base = {
  'Provider status': 'Active',
  'Local authority': 'Trafford',
  'Parliamentary constituency': 'Stretford and Urmston',
  'Registration date': '01/09/2010',
  'Individual Register combinations': 'ALL',
  Places: '24',
};

export const nurseryRow = (more: Readonly<Record<string, string>> = {}) => ({
  ...base,
  'Provider URN': 'EY100001',
  'Provider type': 'Childcare on non-domestic premises',
  'Provider subtype': 'Full day care',
  'Provider name': 'Test Nursery',
  'Provider address line 1': '1 Test Road',
  'Provider town': 'SALE',
  Postcode: 'M33 2DH',
  'Telephone Number': '0161 496 0001',
  ...more,
});

export const childminderRow = (more: Readonly<Record<string, string>> = {}) => ({
  ...base,
  'Provider URN': 'EY200001',
  'Provider type': 'Childminder',
  'Provider name': 'REDACTED',
  'Provider address line 1': 'REDACTED',
  'Provider town': 'REDACTED',
  Postcode: 'REDACTED',
  'Telephone Number': 'REDACTED',
  ...more,
});

export const trafford = { authority: 'Trafford' };

/** What an import of Trafford's rows came to; throws when the file was refused. */
export function imported({ ctx }: Workshop, file: string): ImportReport {
  return done(importOfsted(ctx, file, trafford));
}

/** Every row of every table, so that two moments can be compared. */
export function everything({ db }: Pick<Workshop, 'db'>): Readonly<Record<string, unknown>> {
  const tables = db.$client
    .prepare<[], string>("select name from sqlite_master where type = 'table' order by name")
    .pluck()
    .all();
  return Object.fromEntries(
    tables.map((table) => [table, db.$client.prepare(`select * from "${table}"`).all()]),
  );
}

/** The same without what every import adds: its report and its entry in the record. */
export function directoryRows(shop: Pick<Workshop, 'db'>): Readonly<Record<string, unknown>> {
  const { import_report: _, audit_entry: __, ...rest } = everything(shop);
  return rest;
}

/** All the text that the database's files hold, deleted rows included. */
export const bytesOf = ({ databaseFile }: Workshop): string =>
  [databaseFile, `${databaseFile}-wal`]
    .filter((file) => existsSync(file))
    .map((file) => readFileSync(file, 'latin1'))
    .join('');

/** What an import came to; throws with its reason when the file was refused. */
export function done(outcome: ImportOutcome<ImportReport>): ImportReport {
  if (!outcome.ok) throw new Error(describeRefusal(outcome.refusal));
  return outcome.value;
}

/** Takes these rows as a file that speaks for that day. */
export const takeOfsted = (shop: Workshop, day: string, rows: readonly Row[]): ImportReport =>
  imported(shop, shop.write(`${day}.csv`, ofstedCsv(rows)));

export const counts = ({ added, changed, unchanged, left }: ImportReport) => ({
  added,
  changed,
  unchanged,
  left,
});
