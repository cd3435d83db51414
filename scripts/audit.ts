/** `npm run audit -- verify|head`: whether the record is whole, and the hash that covers all of it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { findHead } from '#platform/audit/find-head.ts';
import { verifyAudit } from '#platform/audit/verify-audit.ts';
import { systemClock } from '#platform/clock.ts';
import type { App } from '#platform/context.ts';
import { readKeyRing } from '#platform/crypto/key-ring.ts';
import { jsonLog } from '#platform/log.ts';
import { readSettings } from '#platform/settings/settings.ts';
import { composeApp } from '../src/compose.ts';

const usage = `Use:
  npm run audit -- verify [--head HASH] [--old-keys FILE]...
  npm run audit -- head
HASH is a head noted earlier: with it, a record cut off at its end is found too. FILE is a keys file
with an older key of the record; name several from the oldest on. "head" prints the newest head alone,
to note elsewhere each day.`;
const faults = {
  changed: 'is not as it was written',
  gap: 'is missing, or is out of order',
  'head-missing': 'is the last, and the noted head is not among them',
} as const;

type Asked = { readonly head: string | undefined; readonly olderKeys: readonly Buffer[] };

function main(): number {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { head: { type: 'string' }, 'old-keys': { type: 'string', multiple: true } },
  });
  const command = positionals.join(' ');
  if (command !== 'verify' && command !== 'head') return fail(usage);
  const olderKeys = (values['old-keys'] ?? []).map(
    (file) => readKeyRing(readFileSync(file, 'utf8')).audit,
  );
  const log = jsonLog((line) => process.stderr.write(line), systemClock.now);
  const app = composeApp(join(import.meta.dirname, '..'), readSettings(process.env), log);
  try {
    return command === 'head' ? head(app) : verify(app, { head: values.head, olderKeys });
  } finally {
    app.db.$client.close();
  }
}

function head({ db }: App): number {
  console.log(findHead(db).hash);
  return 0;
}

function verify({ db, keys }: App, asked: Asked): number {
  const verdict = verifyAudit(db, keys.audit, asked);
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
