import { readFileSync } from 'node:fs';

/** Milliseconds of processor that this process has had, all its threads together. */
export function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Milliseconds of processor that another process has had, as Linux counts them when it pauses. */
export function processorTimeOf(pid: number): number {
  return Number(readFileSync(`/proc/${pid}/schedstat`, 'utf8').split(' ')[0]) / 1e6;
}
