// @ts-check
// `npm test`: the set-up of `npm start`, then every test. The last line it prints is the count.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runScript } from './child.mjs';
import { countTests } from './count-tests.mjs';
import { main, root, setUp } from './set-up.mjs';

main(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'test-report-'));
  const file = join(folder, 'report.json');
  const { passed, failed, notes } = countTests(...(await runAll(file)));
  rmSync(folder, { recursive: true });
  for (const note of notes) process.stdout.write(`${note}\n`);
  if (!process.env.MEILI_URL) {
    process.stdout.write(
      'Not asked: a real Meilisearch (MEILI_URL is not set); its stand-in was\n',
    );
  }
  process.stdout.write(`${String(passed)} passed, ${String(failed)} failed\n`);
  return failed === 0 && passed > 0 ? 0 : 1;
});

/**
 * @param {string} file where the report goes
 * @returns {Promise<[unknown, number]>} the report, undefined when there is none, and an exit code
 */
async function runAll(file) {
  try {
    const node = await setUp();
    const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
    const args = [vitest, 'run', ...reporters, ...process.argv.slice(2)];
    const status = await runScript(node, args, root);
    return [JSON.parse(readFileSync(file, 'utf8')), status];
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return [undefined, 1];
  }
}
