import { once } from 'node:events';
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

const root = join(import.meta.dirname, '../..');

export type Site = {
  readonly url: string;
  readonly folder: string;
  readonly databaseFile: string;
  /** All that the process has printed. */
  readonly output: () => string;
  /** The demo broker's one-time link. */
  readonly brokerLink: () => string;
  /** The messages sent so far, newest last, as their files hold them. */
  readonly mails: () => readonly string[];
  readonly process: ChildProcess;
  readonly stop: () => Promise<void>;
};

/** A folder for one site's database, keys and messages. */
export const newFolder = (): string => mkdtempSync(join(tmpdir(), 'fis-site-'));

/** Runs one of the project's scripts to its end on that folder's database. Throws when it fails. */
export function runScript(folder: string, script: string, args: readonly string[]): string {
  const ran = spawnSync(process.execPath, [join(root, script), ...args], {
    cwd: root,
    env: siteEnvironment(folder),
    encoding: 'utf8',
  });
  if (ran.status !== 0) throw new Error(`${script} ended with ${ran.status}: ${ran.stderr}`);
  return ran.stdout;
}

/** Starts the built site in a process of its own, on a free port. */
export async function startSite(
  options: { folder?: string; environment?: Readonly<Record<string, string>> } = {},
): Promise<Site> {
  const folder = options.folder ?? newFolder();
  let printed = '';
  const child = spawn(process.execPath, ['scripts/serve.ts'], {
    cwd: root,
    env: { ...siteEnvironment(folder), PORT: String(await freePort()), ...options.environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8');
    stream.on('data', (text: string) => {
      printed += text;
    });
  }
  const url = await until(
    () => /The site is at (\S+)/.exec(printed)?.[1],
    () => printed,
    child,
  );
  return {
    url,
    folder,
    databaseFile: join(folder, 'fis.sqlite'),
    output: () => printed,
    brokerLink: () => /works once\): (\S+)/.exec(printed)?.[1] ?? '',
    mails: () => mailsIn(join(folder, 'outbox')),
    process: child,
    stop: async () => {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      if (child.exitCode === null && child.signalCode === null) {
        child.kill('SIGTERM');
        await ended;
      }
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Waits until something is there, for at most three minutes. */
export async function until<T>(
  look: () => T | undefined,
  explain: () => string = () => '',
  child?: ChildProcess,
): Promise<T> {
  for (let turn = 0; turn < 1800; turn += 1) {
    const found = look();
    if (found !== undefined) return found;
    if (child && child.exitCode !== null) break;
    await wait(100);
  }
  throw new Error(`It did not come. ${explain()}`);
}

/** The settings of a site on that folder, for a process of its own. */
export const siteEnvironment = (folder: string) => ({
  ...process.env,
  DATABASE_PATH: join(folder, 'fis.sqlite'),
  HOST: 'localhost',
});

function mailsIn(outbox: string): readonly string[] {
  try {
    return readdirSync(outbox)
      .filter((name) => name.endsWith('.eml'))
      .map((name) => readFileSync(join(outbox, name), 'utf8'));
  } catch {
    return [];
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, 'localhost');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  return typeof address === 'object' && address !== null ? address.port : 0;
}
