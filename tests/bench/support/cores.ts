import { spawnSync } from 'node:child_process';
import { availableParallelism } from 'node:os';

const canPin = availableParallelism() > 1 && spawnSync('taskset', ['-c', '0', 'true']).status === 0;

/** The command that runs a program on one core: servers on core 0, who asks them on core 1. */
export const onCore = (
  core: 0 | 1,
  program: string,
  args: readonly string[],
): readonly [string, readonly string[]] =>
  canPin ? ['taskset', ['-c', String(core), program, ...args]] : [program, args];

/** What a reader must know of how the figures came about. */
export const howPinned = canPin
  ? 'servers on core 0, load from core 1'
  : 'servers and load share all cores';
