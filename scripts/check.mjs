// @ts-check
// `npm run check`: everything that can be said about the code without running it.
import { join } from 'node:path';
import { runScript } from './child.mjs';
import { install, main, root } from './set-up.mjs';

const module = (/** @type {string} */ path) => join('node_modules', path);

const astroCheck = [module('astro/bin/astro.mjs'), 'check'];

/** @typedef {readonly [name: string, args: readonly string[]]} Part */

/** @type {readonly Part[]} */
const parts = [
  // Of its own list, since what is not a page is checked three times as fast by `types`.
  ['types of pages', [...astroCheck, '--tsconfig', 'scripts/pages.tsconfig.json']],
  ['lint', [module('eslint/bin/eslint.js'), '.', '--max-warnings=0']],
  ['format', [module('prettier/bin/prettier.cjs'), '--check', '--log-level=warn', '.']],
  ['types', [module('@typescript/native-preview/bin/tsgo'), '--noEmit']],
  ['import directions', ['scripts/check-imports.ts']],
  ['words', ['scripts/check-words.ts']],
  ['figures of the law', ['scripts/check-figures.ts']],
  ['reading age', ['scripts/check-reading-age.ts']],
  ['lock file', ['scripts/check-lock-file.ts']],
];

/** The longest parts come first, two at a time: each keeps one core busy. */
const atOnce = 2;

main(async () => {
  const node = await install();
  /** @type {string[]} */
  const summary = [];
  let failed = 0;
  /** @param {Part} part */
  const runPart = async ([name, args]) => {
    const began = performance.now();
    let said = '';
    const status = await runScript(node, args, root, (text) => (said += text));
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    if (status !== 0) failed += 1;
    const line = `${status === 0 ? 'ok    ' : 'FAILED'}  ${name} (${seconds} s)`;
    summary.push(line);
    const isWorthReading = status !== 0 || /^Warning: /m.test(said);
    process.stdout.write(`${line}\n${isWorthReading ? `${said}\n` : ''}`);
  };
  const waiting = [...parts];
  const worker = async () => {
    for (let part = waiting.shift(); part; part = waiting.shift()) await runPart(part);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  process.stdout.write(`\n${summary.sort().join('\n')}\n`);
  return failed === 0 ? 0 : 1;
});
