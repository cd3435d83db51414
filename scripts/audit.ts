/** `npm run audit -- verify [--head HASH]`: whether the record is whole. */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { verifyAudit } from '#platform/audit/verify-audit.ts';
import { systemClock } from '#platform/clock.ts';
import { jsonLog } from '#platform/log.ts';
import { readSettings } from '#platform/settings/settings.ts';
import { composeApp } from '../src/compose.ts';

const usage = `Use:
  npm run audit -- verify [--head HASH]
HASH is a head noted earlier: with it, a record cut off at its end is found too.`;
const faults = {
  changed: 'is not as it was written',
  gap: 'is missing, or is out of order',
  'head-missing': 'is the last, and the noted head is not among them',
} as const;

function main(): number {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { head: { type: 'string' } },
  });
  if (positionals.join(' ') !== 'verify') return fail(usage);
  const log = jsonLog((line) => process.stderr.write(line), systemClock.now);
  const app = composeApp(join(import.meta.dirname, '..'), readSettings(process.env), log);
  const verdict = verifyAudit(app.db, app.keys.audit, values.head);
  app.db.$client.close();
  if (!verdict.ok)
    return fail(`The record is NOT whole: entry ${verdict.seq} ${faults[verdict.fault]}.`);
  console.log(
    `The record is whole: ${verdict.entries} entries. Note its head elsewhere: ${verdict.head}`,
  );
  return 0;
}

function fail(message: string): number {
  console.error(message);
  return 1;
}

try {
  process.exitCode = main();
} catch (error) {
  process.exitCode = fail(error instanceof Error ? `${error.message}\n${usage}` : usage);
}
