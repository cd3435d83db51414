/** `npm run import -- KIND FILE`: brings a file of open data into the directory. */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import type { ColumnNames } from '#exchange/find-header.ts';
import { consentKeyColumns } from '#exchange/consents-layout.ts';
import { importConsents } from '#exchange/import-consents.ts';
import { importFeed } from '#exchange/import-feed.ts';
import { importOfsted } from '#exchange/import-ofsted.ts';
import { importPostcodes } from '#exchange/import-postcodes.ts';
import { describeRefusal, type ImportOutcome } from '#exchange/import-refusal.ts';
import { describeReport, type ImportReport } from '#exchange/import-report.ts';
import type { ImportCtx, Progress } from '#exchange/import-report-store.ts';
import { importSchools } from '#exchange/import-schools.ts';
import { importServices } from '#exchange/import-services.ts';
import { ofstedColumns } from '#exchange/ofsted-layout.ts';
import { asCsvFile } from '#exchange/spreadsheet-as-csv.ts';
import { systemClock } from '#platform/clock.ts';
import { jsonLog } from '#platform/log.ts';
import { readSettings, SettingsError } from '#platform/settings/settings.ts';
import { composeApp } from '../src/compose.ts';

type Options = {
  readonly asAt?: string;
  readonly authority?: string;
  readonly onProgress: Progress;
};

type Importer = {
  /** What may follow FILE. */
  readonly usage: string;
  /** Columns by which the sheet of a spreadsheet is found; without them only text files are taken. */
  readonly keyColumns?: ColumnNames;
  readonly run: (ctx: ImportCtx, file: string, options: Options) => ImportOutcome<ImportReport>;
};

/** One entry a kind of file: the word on the command line, and what takes it. */
const importers = new Map<string, Importer>([
  ['postcodes', { usage: '[--as-at YYYY-MM-DD]', run: importPostcodes }],
  [
    'ofsted',
    {
      usage: '[--authority NAME] [--as-at YYYY-MM-DD]',
      keyColumns: ofstedColumns.urn,
      run: importOfsted,
    },
  ],
  [
    'consents',
    {
      usage: '[--authority NAME] [--as-at YYYY-MM-DD]',
      keyColumns: consentKeyColumns,
      run: importConsents,
    },
  ],
  ['feed', { usage: '[--authority NAME] [--as-at YYYY-MM-DD]', run: importFeed }],
  ['schools', { usage: '[--authority NAME] [--as-at YYYY-MM-DD]', run: importSchools }],
  [
    'services',
    {
      usage: '[--authority NAME] [--as-at YYYY-MM-DD]',
      keyColumns: 'service_id',
      run: importServices,
    },
  ],
]);

const usage = [
  'Usage:',
  ...[...importers].map(([kind, { usage }]) => `  npm run import -- ${kind} FILE ${usage}`),
].join('\n');

const given = z.object({
  file: z.string(),
  asAt: z.iso.date().optional(),
  authority: z.string().min(1).optional(),
});
type Command = z.infer<typeof given> & { readonly importer: Importer };

process.exitCode = await main();

async function main(): Promise<number> {
  const asked = readCommand();
  if (asked === null) return fail(usage);
  try {
    return await run(asked);
  } catch (error) {
    if (error instanceof SettingsError) return fail(error.message);
    throw error;
  }
}

function readCommand(): Command | null {
  try {
    const { positionals, values } = parseArgs({
      allowPositionals: true,
      options: { authority: { type: 'string' }, 'as-at': { type: 'string' } },
    });
    const [kind = '', file, ...rest] = positionals;
    const importer = importers.get(kind);
    const { authority, 'as-at': asAt } = values;
    const read = given.safeParse({ file, asAt, authority });
    return importer && read.success && rest.length === 0 ? { ...read.data, importer } : null;
  } catch {
    return null;
  }
}

async function run(asked: Command): Promise<number> {
  const log = jsonLog((line) => process.stderr.write(line), systemClock.now);
  const app = composeApp(join(import.meta.dirname, '..'), readSettings(process.env), log);
  try {
    const outcome = await importFile(app, asked);
    if (!outcome.ok) return fail(`Nothing was imported. ${describeRefusal(outcome.refusal)}`);
    console.log(describeReport(outcome.value).join('\n'));
    return 0;
  } finally {
    app.db.$client.close();
  }
}

async function importFile(
  ctx: ImportCtx,
  { importer, file, asAt, authority }: Command,
): Promise<ImportOutcome<ImportReport>> {
  const options = {
    onProgress,
    ...(asAt !== undefined && { asAt }),
    ...(authority !== undefined && { authority }),
  };
  if (importer.keyColumns === undefined) return importer.run(ctx, file, options);
  const csv = await asCsvFile(file, importer.keyColumns);
  if (!csv.ok) return csv;
  try {
    return importer.run(ctx, csv.value.file, options);
  } finally {
    csv.value.dispose();
  }
}

function onProgress({ rows, share }: Parameters<Progress>[0]): void {
  if (process.stderr.isTTY) process.stderr.write(`\r${rows} rows, ${Math.round(share * 100)}%  \r`);
}

function fail(message: string): number {
  console.error(message);
  return 1;
}
