import { spawn, type ChildProcess } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach } from 'vitest';

const scripts = join(import.meta.dirname, '../../scripts');

const npm = `
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { spawn } from 'node:child_process';
writeFileSync('npm-args', process.argv.slice(2).join(' '));
if (process.env.SLOW_INSTALL) {
  const inner = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60000)']);
  writeFileSync('pids', process.pid + ' ' + inner.pid);
  await new Promise(() => setTimeout(() => {}, 60000));
}
mkdirSync('node_modules/astro/bin', { recursive: true });
cpSync('astro.mjs', 'node_modules/astro/bin/astro.mjs');
cpSync('package-lock.json', 'node_modules/.package-lock.json');
`;
const astro = `
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
if (readFileSync('src/page.txt', 'utf8') === 'broken') { console.log('src/page.txt is broken'); process.exit(1); }
mkdirSync('dist', { recursive: true });
writeFileSync('dist/page.txt', readFileSync('src/page.txt', 'utf8'));
`;
const server = `
import { writeFileSync } from 'node:fs';
writeFileSync('pids', String(process.pid));
process.on('SIGTERM', () => { console.log('stopped well'); process.exit(0); });
process.on('SIGINT', () => { console.log('interrupted'); process.exit(7); });
const keep = setInterval(() => {}, 1000);
console.log('running with', process.env.FROM_DOTENV, process.execArgv.join(' '));
`;
const lock = (version: string) =>
  JSON.stringify({
    packages: {
      '': {},
      'node_modules/astro': { version },
      'node_modules/fsevents': { version: '1', optional: true },
    },
  });

export type Project = {
  readonly write: (name: string, text: string) => void;
  readonly read: (name: string) => string;
  readonly lock: (version: string) => void;
  /** The processes that the stand-ins noted of themselves. */
  readonly pids: () => number[];
  readonly start: (
    script?: string,
    args?: readonly string[],
    env?: Record<string, string>,
  ) => Launched;
};
export type Launched = {
  readonly child: ChildProcess;
  readonly output: () => string;
  /** Resolves with the exit code. */
  readonly ended: Promise<number | null>;
};

const endings: (() => void)[] = [];
afterEach(() => {
  for (const end of endings.splice(0)) end();
});

export const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    // A zombie waits for its parent; it runs no more.
    return !/^\d+ \(.*\) Z/.test(readFileSync(`/proc/${String(pid)}/stat`, 'utf8'));
  } catch {
    return false;
  }
};

/** A fresh clone in a folder of its own: our launcher, with stand-ins for npm, Astro and the site. */
export function freshClone(): Project {
  const folder = mkdtempSync(join(tmpdir(), 'clone-'));
  const write = (name: string, text: string) => {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  };
  const read = (name: string) => readFileSync(join(folder, name), 'utf8');
  cpSync(scripts, join(folder, 'scripts'), { recursive: true });
  write('package.json', '{"type":"module"}');
  write('package-lock.json', lock('7.0.0'));
  write('npm.js', npm);
  write('astro.mjs', astro);
  write('src/page.txt', 'one');
  write('scripts/serve.ts', server);
  const pids = () => (existsSync(join(folder, 'pids')) ? read('pids').split(' ').map(Number) : []);
  const start: Project['start'] = (script = 'start.mjs', args = [], env = {}) => {
    const { npm_lifecycle_event: _, ...inherited } = process.env;
    const child = spawn(process.execPath, [join(folder, 'scripts', script), ...args], {
      cwd: folder,
      env: { ...inherited, npm_execpath: join(folder, 'npm.js'), ...env },
    });
    let text = '';
    child.stdout.on('data', (chunk: Buffer) => (text += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (text += chunk.toString()));
    endings.push(() => child.kill('SIGTERM'));
    return {
      child,
      output: () => text,
      ended: new Promise((resolve) => child.once('close', resolve)),
    };
  };
  endings.push(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  return {
    write,
    read,
    lock: (version) => {
      write('package-lock.json', lock(version));
    },
    pids,
    start,
  };
}
