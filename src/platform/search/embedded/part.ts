import type { Snapshot } from './build-snapshot.ts';
import { compareIds, compareNamed, type Named } from './name-order.ts';

/** A finished index, and which of its documents count. */
export type Part = {
  readonly snapshot: Snapshot;
  /** By ordinal: 1 for a document that has been replaced or removed since; null when all count. */
  readonly gone: Uint8Array | null;
  /** Two numbers that say where a document stands by name among those of all parts. */
  readonly nameKey: (ordinal: number) => readonly [number, number];
};

/** An index, less the documents that have left since. */
export const partOf = (snapshot: Snapshot, gone: Uint8Array | null): Part => ({
  snapshot,
  gone,
  nameKey: (ordinal) => [snapshot.nameOrder[ordinal] ?? 0, 0],
});

/** The documents that came after `base` was built. */
export function laterPart(later: Snapshot, base: Snapshot): Part {
  const before = later.ids.map((id, ordinal) =>
    namedBefore(base, { id, name: later.names[ordinal] ?? '' }),
  );
  return {
    snapshot: later,
    gone: null,
    nameKey: (ordinal) => [(before[ordinal] ?? 0) - 0.5, later.nameOrder[ordinal] ?? 0],
  };
}

/** How many documents of an index stand before another by name. */
const namedBefore = ({ ids, names, byName }: Snapshot, other: Named): number =>
  countBefore(byName, (ordinal) =>
    compareNamed({ id: ids[ordinal] ?? '', name: names[ordinal] ?? '' }, other),
  );

/** The ordinal of an id; undefined when the index does not have it. */
export function ordinalOf({ ids, byId }: Snapshot, id: string): number | undefined {
  const ordinal = byId[countBefore(byId, (one) => compareIds(ids[one] ?? '', id))];
  return ordinal !== undefined && ids[ordinal] === id ? ordinal : undefined;
}

/** How many of the first of `order` come before something; `compare` is negative for those. */
function countBefore(order: Uint32Array, compare: (ordinal: number) => number): number {
  let low = 0;
  let high = order.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (compare(order[middle] ?? 0) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
