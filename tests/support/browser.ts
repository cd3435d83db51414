import { chromium, type Browser } from '@playwright/test';
import { existsSync } from 'node:fs';
import { browserFromNpm } from './npm-browser.ts';

/** A browser that may be on this machine; `find` gives its program, undefined when it is not. */
export type Candidate = {
  readonly name: string;
  readonly find: () => Promise<string | undefined>;
};

const debian = '/usr/bin/chromium';
const candidates: readonly Candidate[] = [
  { name: 'Chromium from npm', find: browserFromNpm },
  {
    name: `Chromium at ${debian}`,
    find: () => Promise.resolve(existsSync(debian) ? debian : undefined),
  },
];

/** A container has neither a sandbox of its own to give nor much shared memory. */
const flags = ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu', '--hide-scrollbars'];

/**
 * Starts a browser without a window: the one that npm installs, or else the machine's own.
 * `more` are further flags. Says which on standard output. Rejects, and so fails the tests, when
 * neither starts.
 */
export async function launchBrowser(
  from: readonly Candidate[] = candidates,
  more: readonly string[] = [],
): Promise<Browser> {
  const failures: string[] = [];
  for (const { name, find } of from) {
    try {
      const executablePath = await find();
      if (executablePath === undefined) throw new Error('it is not there');
      const browser = await chromium.launch({ executablePath, args: [...flags, ...more] });
      process.stdout.write(`Browser: ${name}, version ${browser.version()}\n`);
      return browser;
    } catch (error) {
      failures.push(
        `${name}: ${error instanceof Error ? firstLines(error.message) : String(error)}`,
      );
    }
  }
  throw new Error(
    'No browser could be started, so no journey was tested. On Debian, ' +
      `"apt-get install chromium" puts one there.\n${failures.join('\n')}`,
  );
}

const firstLines = (message: string) => message.split('\n').slice(0, 12).join('\n  ');
