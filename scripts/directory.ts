/** `npm run directory -- hide ID …`: what the council itself keeps from the public. */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import {
  changeDisclosure,
  disclosureParts,
  type Disclosure,
  type DisclosurePart,
} from '#directory/change-disclosure.ts';
import { systemClock } from '#platform/clock.ts';
import { jsonLog } from '#platform/log.ts';
import { readSettings } from '#platform/settings/settings.ts';
import { composeApp } from '../src/compose.ts';

const usage = `Use:
  npm run directory -- hide ID [--name] [--address] [--contact] | --all
  npm run directory -- show ID [--name] [--address] [--contact] | --all
ID is that of the page, such as ey492543. --all is the whole record.`;

type Command = {
  readonly hide: boolean;
  readonly id: string;
  readonly parts: readonly DisclosurePart[];
};

function readCommand(): Command | null {
  const part = { type: 'boolean' } as const;
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { name: part, address: part, contact: part, all: part },
  });
  const [verb, id, ...rest] = positionals;
  const parts = disclosureParts.filter((name) => values[name] === true);
  const isWhole = id !== undefined && rest.length === 0 && parts.length > 0;
  if (!isWhole || (verb !== 'hide' && verb !== 'show')) return null;
  return { hide: verb === 'hide', id: id.toLowerCase(), parts };
}

function main(): number {
  const command = readCommand();
  if (command === null) return fail(usage);
  const log = jsonLog((line) => process.stderr.write(line), systemClock.now);
  const app = composeApp(join(import.meta.dirname, '..'), readSettings(process.env), log);
  try {
    const result = changeDisclosure({ ...app, actor: { kind: 'system' } }, command);
    if (!result.ok) return fail(`There is no ${command.id} in the directory.`);
    console.log(describe(command.id, result.value));
    return 0;
  } finally {
    app.db.$client.close();
  }
}

function describe(id: string, hidden: Disclosure): string {
  if (hidden.all) return `${id} is hidden.`;
  const parts = disclosureParts.filter((part) => hidden[part]);
  return parts.length === 0
    ? `${id} is shown, as far as its source and its consents allow.`
    : `${id} is shown without its ${parts.join(', ')}.`;
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
