// @ts-check
// Runs one of our scripts under the right Node: `node scripts/run.mjs scripts/import.ts …`.
import { runScript } from './child.mjs';
import { quickModules } from './serve-flags.mjs';
import { install, main, root } from './set-up.mjs';

main(async () => runScript(await install(), [...quickModules, ...process.argv.slice(2)], root));
