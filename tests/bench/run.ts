/**
 * `npm run bench`: every part in turn, each in a process of its own, or only those named:
 * `npm run bench -- search pages`. Numbers are handed on, such as the sizes of `search 3000 100000`.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const parts = [
  'search',
  'pages',
  'start',
  'first-visit',
  'lighthouse',
  'import',
  'submit',
  'queue',
];
/** What a contender in this process may take of the machine's memory. */
const roomy = '--max-old-space-size=16000';
const isNumber = (word: string): boolean => /^\d+$/.test(word);
const asked = process.argv.slice(2).filter((word) => !isNumber(word));
const numbers = process.argv.slice(2).filter(isNumber);
const unknown = asked.filter((part) => !parts.includes(part));
if (unknown.length > 0) {
  process.stderr.write(`There is no part ${unknown.join(', ')}: ${parts.join(', ')}\n`);
  process.exit(1);
}
for (const part of asked.length > 0 ? asked : parts) {
  const script = join(import.meta.dirname, `${part}.bench.ts`);
  const { status } = spawnSync(process.execPath, [roomy, script, ...numbers], {
    stdio: 'inherit',
  });
  if (status !== 0) process.exit(status ?? 1);
}
