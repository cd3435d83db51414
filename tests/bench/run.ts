/**
 * `npm run bench`: every part in turn, each in a process of its own, or only those named:
 * `npm run bench -- search pages`.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const parts = ['search', 'pages', 'start', 'first-visit', 'import', 'submit', 'queue'];
const asked = process.argv.slice(2);
const unknown = asked.filter((part) => !parts.includes(part));
if (unknown.length > 0) {
  process.stderr.write(`There is no part ${unknown.join(', ')}: ${parts.join(', ')}\n`);
  process.exit(1);
}
for (const part of asked.length > 0 ? asked : parts) {
  const script = join(import.meta.dirname, `${part}.bench.ts`);
  const { status } = spawnSync(process.execPath, [script], { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}
