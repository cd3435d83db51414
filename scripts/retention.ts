/** `npm run retention [-- --trial]`: removes what has been kept long enough, or says what it would. */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { keptRecords } from '#brokerage/retention.ts';
import { runRetention, type RetentionReport } from '#brokerage/run-retention.ts';
import { systemClock } from '#platform/clock.ts';
import { jsonLog } from '#platform/log.ts';
import { readSettings } from '#platform/settings/settings.ts';
import { composeApp } from '../src/compose.ts';

const usage = `Use:
  npm run retention               removes what has been kept long enough
  npm run retention -- --trial    only says what it would remove`;

const names: Readonly<Record<keyof RetentionReport, string>> = {
  case: 'requests for a place erased',
  advice: 'requests for advice erased',
  spam: 'requests found to be from no family erased',
  draft: 'unsent answers removed',
  code: 'codes removed',
  message: 'notes of sent messages removed',
  report: 'reports about a page removed',
  held: 'kept although their time is over: on legal hold',
};

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { trial: { type: 'boolean', default: false } } });
  const log = jsonLog((line) => process.stderr.write(line), systemClock.now);
  const app = composeApp(join(import.meta.dirname, '..'), readSettings(process.env), log);
  try {
    const report = await runRetention(app, values.trial);
    console.log(values.trial ? 'A trial: nothing was removed. It would have been:' : 'Done:');
    for (const record of [...keptRecords, 'held'] as const)
      console.log(`${String(report[record]).padStart(7)}  ${names[record]}`);
  } finally {
    app.db.$client.close();
  }
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? `${error.message}\n${usage}` : usage);
  process.exitCode = 1;
}
