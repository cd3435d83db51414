// @ts-check
// `npm start`: from a fresh clone to a running site.
import { runScript } from './child.mjs';
import { main, root, setUp } from './set-up.mjs';

main(async () => {
  const node = await setUp();
  process.stdout.write('Starting the site…\n');
  // A small young generation: half the memory, and a third of the longest waits.
  return runScript(node, ['--max-semi-space-size=8', 'scripts/serve.ts'], root);
});
