import { spawn, type ChildProcess } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { get } from 'node:http';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { serveEnvironment, serveFlags } from '../../../scripts/serve-flags.mjs';
import { onCore } from './cores.ts';

export const root = join(import.meta.dirname, '../../..');

/** A server in a process of its own, on core 0. */
export type Served = {
  readonly port: number;
  readonly pid: number;
  readonly stop: () => Promise<void>;
};

/**
 * Starts a script that serves on a port, as `npm start` does unless other `node` flags are given, and
 * waits until `path` answers 200.
 */
export async function startServing(
  script: readonly string[],
  options: {
    readonly port: number;
    readonly path: string;
    readonly environment?: Readonly<Record<string, string>>;
    readonly node?: readonly string[];
    /** All of the machine's cores, and not core 0 alone. */
    readonly allCores?: boolean;
  },
): Promise<Served> {
  const { port, path, environment, node = serveFlags, allCores = false } = options;
  const run = [...node, ...script];
  const [program, args] = allCores ? [process.execPath, run] : onCore(0, process.execPath, run);
  const child = spawn(program, args, {
    cwd: root,
    env: {
      ...{ ...process.env, ...serveEnvironment(root), HOST: '127.0.0.1', PORT: String(port) },
      ...environment,
    },
    stdio: 'ignore',
  });
  while (!(await answers(port, path))) {
    if (child.exitCode !== null) throw new Error(`${script.join(' ')} ended by itself`);
    await wait(5);
  }
  return { port, pid: child.pid ?? 0, stop: () => end(child) };
}

const answers = (port: number, path: string): Promise<boolean> =>
  new Promise((resolve) => {
    get({ host: '127.0.0.1', port, path, agent: false }, (response) => {
      response.resume();
      resolve(response.statusCode === 200);
    }).on('error', () => resolve(false));
  });

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await ended;
}

/** Milliseconds that all threads of a process have run. Other processes on its core do not count. */
export function cpuMilliseconds(pid: number): number {
  const threads = readdirSync(`/proc/${pid}/task`);
  const ran = threads.map((thread) => {
    try {
      return Number(readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').split(' ')[0]);
    } catch {
      return 0;
    }
  });
  return ran.reduce((sum, nanoseconds) => sum + nanoseconds, 0) / 1e6;
}

/** The process that a launcher has started last. */
export const startedBy = (pid: number): number =>
  Number(readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').at(-1));

/** The bytes of memory that a process holds. */
export function residentBytes(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1]) * 1024;
}
