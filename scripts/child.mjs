// @ts-check
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { delimiter, dirname, isAbsolute } from 'node:path';

/** How long a child may take to finish once it is asked to, in milliseconds. */
const patience = 10_000;

/**
 * Runs one program to its end, with our input and output. Whatever stops us (Ctrl-C, a signal, the
 * end of the npm that started us) stops it and everything it started.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd: string, ipc?: boolean, hear?: ((text: string) => void) | undefined }} options
 *   `ipc` lets a Node child notice when we are killed outright: see `with-parent.mjs`;
 *   `hear` is given what it says, which otherwise goes straight to our own output
 * @returns {Promise<number>} its exit code; 128 and the signal's number when a signal ended it
 */
export function run(command, args, { cwd, ipc = false, hear }) {
  const output = hear ? 'pipe' : 'inherit';
  const child = spawn(command, args, {
    cwd,
    // A group of its own, so that one signal reaches all of it, and reaches it once.
    detached: true,
    stdio: ['inherit', output, output, ...(ipc ? /** @type {const} */ (['ipc']) : [])],
    env: {
      ...process.env,
      ASTRO_TELEMETRY_DISABLED: '1',
      ...(isAbsolute(command) && { PATH: [dirname(command), process.env['PATH']].join(delimiter) }),
    },
  });
  for (const stream of hear ? [child.stdout, child.stderr] : []) {
    stream?.on('data', (chunk) => hear?.(String(chunk)));
  }
  const letGo = stopWithUs((signal) => sendToGroup(child.pid, signal));
  return new Promise((resolve, reject) => {
    child.once('error', (error) => {
      letGo();
      reject(error);
    });
    child.once('exit', () => {
      letGo();
      sendToGroup(child.pid, 'SIGKILL');
    });
    child.once('close', (code, signal) => {
      resolve(code ?? 128 + (signal ? constants.signals[signal] : 0));
    });
  });
}

/**
 * @param {number | undefined} pid
 * @param {NodeJS.Signals} signal
 */
function sendToGroup(pid, signal) {
  if (pid === undefined) return;
  try {
    process.kill(-pid, signal);
  } catch {
    // It has ended already.
  }
}

const signals = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);

/**
 * @param {(signal: NodeJS.Signals) => void} send
 * @returns {() => void} ends the watch
 */
function stopWithUs(send) {
  /** @type {NodeJS.Timeout | undefined} */
  let lastResort;
  const pass = (/** @type {NodeJS.Signals} */ signal) => {
    send(signal);
    lastResort ??= setTimeout(() => send('SIGKILL'), patience);
  };
  for (const signal of signals) process.on(signal, pass);
  // npm passes signals on, but cannot when it is killed outright: we then have another parent.
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.env['npm_lifecycle_event'] !== undefined && process.ppid !== parent)
      pass('SIGTERM');
  }, 1_000);
  return () => {
    for (const signal of signals) process.off(signal, pass);
    clearInterval(watch);
    clearTimeout(lastResort);
  };
}

/**
 * Runs Node with these arguments (flags, then a script of ours and its own arguments): it reads
 * `.env`, and ends when we do, even when we are killed outright.
 * @param {string} node
 * @param {readonly string[]} args
 * @param {string} cwd
 * @param {(text: string) => void} [hear] see `run`
 */
export function runScript(node, args, cwd, hear) {
  const withParent = ['--import', new URL('with-parent.mjs', import.meta.url).href];
  return run(node, [...withParent, ...args], { cwd, ipc: true, hear });
}
