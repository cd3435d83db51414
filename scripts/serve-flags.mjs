// @ts-check
import { join } from 'node:path';

/** How Node runs the site. */
export const serveFlags = [
  ...['--import', new URL('quick-modules.mjs', import.meta.url).href],
  // A small young generation: half the memory, and a third of the longest waits.
  '--max-semi-space-size=8',
];

/**
 * Where Node keeps what it has compiled, for its next start: half of that start's work.
 * @param {string} root the project's folder
 */
export const compiledIn = (root) => ({
  NODE_COMPILE_CACHE: join(root, 'node_modules', '.cache', 'compiled'),
});
