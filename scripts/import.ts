/** `npm run import -- postcodes FILE` and `npm run import -- ofsted FILE --authority NAME`. */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { importOfsted } from '#exchange/import-ofsted.ts';
import { importPostcodes } from '#exchange/import-postcodes.ts';
import { describeRefusal } from '#exchange/import-refusal.ts';
import { describeReport } from '#exchange/import-report.ts';
import type { ImportCtx, Progress } from '#exchange/import-report-store.ts';
import { systemClock } from '#platform/clock.ts';
import { jsonLog } from '#platform/log.ts';
import { readSettings, SettingsError } from '#platform/settings/settings.ts';
import { composeApp } from '../src/compose.ts';

const usage = `Usage:
  npm run import -- postcodes FILE [--as-at YYYY-MM-DD]
  npm run import -- ofsted FILE --authority NAME [--as-at YYYY-MM-DD]`;

const command = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('postcodes'), file: z.string(), asAt: z.iso.date().optional() }),
  z.object({
    kind: z.literal('ofsted'),
    file: z.string(),
    asAt: z.iso.date().optional(),
    authority: z.string().min(1),
  }),
]);
type Command = z.infer<typeof command>;

process.exitCode = main();

function main(): number {
  const asked = readCommand();
  if (asked === null) return fail(usage);
  try {
    return run(asked);
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
    const [kind, file, ...rest] = positionals;
    const given = { kind, file, asAt: values['as-at'], authority: values.authority };
    return rest.length === 0 ? (command.safeParse(given).data ?? null) : null;
  } catch {
    return null;
  }
}

function run(asked: Command): number {
  const log = jsonLog((line) => process.stderr.write(line), systemClock.now);
  const app = composeApp(join(import.meta.dirname, '..'), readSettings(process.env), log);
  try {
    const outcome = importFile(app, asked);
    if (!outcome.ok) return fail(`Nothing was imported. ${describeRefusal(outcome.refusal)}`);
    console.log(describeReport(outcome.value).join('\n'));
    return 0;
  } finally {
    app.db.$client.close();
  }
}

function importFile(ctx: ImportCtx, asked: Command) {
  const options = { onProgress, ...(asked.asAt !== undefined && { asAt: asked.asAt }) };
  return asked.kind === 'postcodes'
    ? importPostcodes(ctx, asked.file, options)
    : importOfsted(ctx, asked.file, { ...options, authority: asked.authority });
}

function onProgress({ rows, share }: Parameters<Progress>[0]): void {
  if (process.stderr.isTTY) process.stderr.write(`\r${rows} rows, ${Math.round(share * 100)}%  \r`);
}

function fail(message: string): number {
  console.error(message);
  return 1;
}
