import type { Snapshot } from './build-snapshot.ts';
import { deskFor, type Desk } from './desk.ts';
import { compareIds, compareNamed, type Named } from './name-order.ts';
import { textAt } from './text-table.ts';

/** A finished index, and which of its documents count. */
export type Part = {
  readonly snapshot: Snapshot;
  /** By ordinal: 1 for a document that has been replaced or removed since; null when all count. */
  readonly gone: Uint8Array | null;
  readonly desk: Desk;
  /** Two numbers that say where a document stands by name among those of all parts. */
  readonly nameKey: (ordinal: number) => readonly [number, number];
};

/** An index, less the documents that have left since. */
export const partOf = (snapshot: Snapshot, gone: Uint8Array | null, desk: Desk): Part => ({
  ...{ snapshot, gone, desk },
  nameKey: (ordinal) => [snapshot.nameOrder[ordinal] ?? 0, 0],
});

/** The documents that came after `base` was built; `byName` has its ordinals in order of name. */
export function laterPart(later: Snapshot, base: Snapshot, byName: Uint32Array): Part {
  const before = later.nameOrder.map((_, at) => namedBefore(base, byName, namedAt(later, at)));
  return {
    ...{ snapshot: later, gone: null, desk: deskFor(later.count) },
    nameKey: (ordinal) => [(before[ordinal] ?? 0) - 0.5, later.nameOrder[ordinal] ?? 0],
  };
}

/** How many documents of an index stand before another by name. */
const namedBefore = (base: Snapshot, byName: Uint32Array, other: Named): number =>
  countBefore(byName, (ordinal) => compareNamed(namedAt(base, ordinal), other));

const namedAt = ({ ids, names }: Snapshot, ordinal: number): Named => ({
  id: textAt(ids, ordinal),
  name: textAt(names, ordinal),
});

/** The ordinal of an id; undefined when the index does not have it. */
export function ordinalOf({ ids, byId }: Snapshot, id: string): number | undefined {
  const ordinal = byId[countBefore(byId, (one) => compareIds(textAt(ids, one), id))];
  return ordinal !== undefined && textAt(ids, ordinal) === id ? ordinal : undefined;
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
