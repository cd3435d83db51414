// @ts-check
// `npm start`: from a fresh clone to a running site.
import { runScript } from './child.mjs';
import { serveEnvironment, serveFlags } from './serve-flags.mjs';
import { main, root, setUp } from './set-up.mjs';

main(async () => {
  const node = await setUp();
  process.stdout.write('Starting the site…\n');
  Object.assign(process.env, serveEnvironment(root));
  return runScript(node, [...serveFlags, 'scripts/serve.ts'], root);
});
