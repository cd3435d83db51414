// @ts-check
// `npm run dev`: the site, built and started again whenever a file changes.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { watch } from 'node:fs';
import { join } from 'node:path';
import { fingerprint, main, root, setUp, SetUpError } from './set-up.mjs';

const watched = ['src', 'db', 'public', 'content', 'scripts'];
const settle = 300;

main(async () => {
  /** @type {import('node:child_process').ChildProcess | undefined} */
  let site;
  const restart = async () => {
    const node = await setUp();
    if (site && site.exitCode === null) {
      site.kill('SIGTERM');
      await once(site, 'exit');
    }
    const args = ['--import', './scripts/with-parent.mjs', 'scripts/serve.ts'];
    site = spawn(node, args, { cwd: root, stdio: ['inherit', 'inherit', 'inherit', 'ipc'] });
  };
  await restart();
  let seen = fingerprint(root, watched);
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  const changed = () => {
    const now = fingerprint(root, watched);
    if (now === seen) return;
    seen = now;
    restart().catch((error) => {
      if (!(error instanceof SetUpError)) throw error;
      process.stderr.write(`${error.message}\n`);
    });
  };
  for (const name of watched) {
    watch(join(root, name), { recursive: true }, () => {
      clearTimeout(timer);
      timer = setTimeout(changed, settle);
    });
  }
  return new Promise(() => undefined);
});
