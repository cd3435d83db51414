import { CELLS, cellOf } from './grid.ts';
import type { PointCollector } from './places.ts';

/** Which of the documents that were read count, and the ordinals that they get. */
export type Arrangement = {
  /** By ordinal: which it was of the documents read. */
  readonly arrivals: Uint32Array;
  /** By arrival: its ordinal; `LEFT_OUT` for one that was replaced. */
  readonly ordinals: Uint32Array;
};

export const LEFT_OUT = 0xffff_ffff;

/** More documents than this cannot be told apart in one number together with their cell. */
const MOST = 2 ** 26;

/**
 * In the order of the grid, those without a point last; within a cell as they were read. `replaced`
 * by arrival: 1 for those that do not count.
 */
export function arrange(points: PointCollector, replaced: Uint8Array): Arrangement {
  const read = replaced.length;
  if (read > MOST) throw new RangeError(`No more than ${MOST} documents in one index`);
  const kept = read - replaced.reduce((sum, one) => sum + one, 0);
  const keys = new Float64Array(kept);
  let next = 0;
  for (let arrival = 0; arrival < read; arrival += 1) {
    if (replaced[arrival] === 1) continue;
    const point = points.at(arrival);
    keys[next++] = (point === null ? CELLS : cellOf(point)) * MOST + arrival;
  }
  keys.sort();
  const arrivals = Uint32Array.from(keys, (key) => key % MOST);
  const ordinals = new Uint32Array(read).fill(LEFT_OUT);
  arrivals.forEach((arrival, ordinal) => {
    ordinals[arrival] = ordinal;
  });
  return { arrivals, ordinals };
}
