/** `npm run keys -- status | rotate | retire ID`: the keys that what families tell is sealed with. */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { keyUses } from '#platform/crypto/key-uses.ts';
import { retireKey, type Retired } from '#platform/crypto/retire-key.ts';
import { rotateKeys } from '#platform/crypto/rotate-keys.ts';
import { systemClock } from '#platform/clock.ts';
import type { App } from '#platform/context.ts';
import { jsonLog } from '#platform/log.ts';
import { readSettings } from '#platform/settings/settings.ts';
import { composeApp } from '../src/compose.ts';

const usage = `Use:
  npm run keys -- status       which key wraps how much
  npm run keys -- rotate       makes a new key and wraps everything with it; safe to run again
  npm run keys -- retire ID    takes a key that wraps nothing out of the keys file
The site may run meanwhile. Back up the keys file, apart from the database, after each change.`;

const refusals: Readonly<Record<Exclude<Retired, 'retired'>, string>> = {
  unknown: 'is not in the keys file',
  newest: 'is the one that new requests are sealed with: rotate first',
  'in-use': 'still wraps something: rotate first',
};

const verbs = ['status', 'rotate', 'retire'] as const;
const say = (text: string) => process.stdout.write(`${text}\n`);

function status({ db, keys }: App): void {
  for (const { id, isNewest, isThere, rows } of keyUses(db, keys)) {
    const uses = Object.entries(rows).map(([name, count]) => `${count} ${name}`);
    const notes = [isNewest ? 'newest' : '', isThere ? '' : 'NOT IN THE KEYS FILE'].filter(Boolean);
    say([id.padEnd(8), uses.join(', ') || 'wraps nothing', ...notes].join('  '));
  }
}

function rotate(app: App): void {
  const { keyId, isNew, rewrapped } = rotateKeys(app, (done) => {
    if (done % 10_000 < 200) process.stderr.write(`${done} wrapped again…\n`);
  });
  say(isNew ? `Made key ${keyId}.` : `Finished the rotation to key ${keyId} that was cut short.`);
  say(
    `${rewrapped} wrapped again; ${keyId} now wraps everything. Back up ${app.settings.keysFile}.`,
  );
}

function retire(app: App, id: string): void {
  const retired = retireKey(app, id);
  if (retired !== 'retired') throw new Error(`Key ${id} ${refusals[retired]}.`);
  say(`Key ${id} is gone from the keys file. Copies of the database from before the last rotation`);
  say('open only with a copy of the keys file from then.');
}

function main(): void {
  const { positionals } = parseArgs({ allowPositionals: true });
  const [verb, id, ...rest] = positionals;
  const isWhole = rest.length === 0 && (verb === 'retire') === (id !== undefined);
  if (!isWhole || !verbs.some((known) => known === verb)) throw new Error(usage);
  const log = jsonLog((line) => process.stderr.write(line), systemClock.now);
  const app = composeApp(join(import.meta.dirname, '..'), readSettings(process.env), log);
  try {
    if (verb === 'status') status(app);
    else if (verb === 'rotate') rotate(app);
    else retire(app, id ?? '');
  } finally {
    app.db.$client.close();
  }
}

try {
  main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : usage}\n`);
  process.exitCode = 1;
}
