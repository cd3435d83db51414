import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../../..');

/** A script of this folder in a process of its own, and the lines it has printed. */
export type Child = {
  readonly process: ChildProcess;
  readonly lines: () => readonly string[];
  /** Waits until it has printed so many lines that pass; rejects when it ends before. */
  readonly until: (count: number, passes: (line: string) => boolean) => Promise<void>;
  readonly say: (line: string) => void;
  readonly ended: Promise<void>;
};

export function startChild(
  script: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Child {
  const quickly = ['--max-semi-space-size=16'];
  const child = spawn(process.execPath, [...quickly, join(import.meta.dirname, script), ...args], {
    cwd: root,
    env: { ...process.env, ...environment },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let printed = '';
  let complaints = '';
  const lines = () => printed.split('\n').slice(0, -1);
  const ended = once(child, 'close').then(() => undefined);
  child.stdin.on('error', () => undefined);
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaints += text;
  });
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    printed += text;
  });
  const until = (count: number, passes: (line: string) => boolean) =>
    new Promise<void>((resolve, reject) => {
      const look = () => {
        if (lines().filter(passes).length >= count) settle(resolve);
      };
      const fail = () => settle(() => reject(new Error(`${script} ended early: ${complaints}`)));
      const settle = (finish: () => void) => {
        child.stdout.off('data', look);
        child.off('close', fail);
        finish();
      };
      child.stdout.on('data', look);
      child.on('close', fail);
      look();
    });
  return { process: child, lines, until, ended, say: (line) => child.stdin.write(`${line}\n`) };
}
