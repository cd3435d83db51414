/** An order of ordinals, and what tells most of them apart at a glance. */
export type Order = {
  /** As for `Array.sort`; never 0 for two different ordinals. */
  readonly compare: (a: number, b: number) => number;
  /** By ordinal: a number by which they are ordered first. */
  readonly keys: ArrayLike<number>;
  /** Whatever has a higher key than this comes after whatever has the key given. */
  readonly clearlyAfter: (key: number) => number;
};

/** The first `howMany` of the ordinals, in order, by a heap no larger than that. */
export function takeFirst(ordinals: Uint32Array, howMany: number, order: Order): Uint32Array {
  const heap = ordinals.slice(0, howMany);
  for (let at = (heap.length >>> 1) - 1; at >= 0; at -= 1) siftDown(heap, at, order.compare);
  if (heap.length > 0) improve(heap, ordinals.subarray(heap.length), order);
  return heap.sort(order.compare);
}

/** Puts each that comes before the last of the heap in its place. */
function improve(heap: Uint32Array, others: Uint32Array, { compare, keys, clearlyAfter }: Order) {
  const limit = (): number => clearlyAfter(keys[heap[0] ?? 0] ?? NaN);
  let after = limit();
  for (let at = 0; at < others.length; at += 1) {
    const ordinal = others[at] ?? 0;
    if ((keys[ordinal] ?? 0) > after || compare(ordinal, heap[0] ?? 0) >= 0) continue;
    heap[0] = ordinal;
    siftDown(heap, 0, compare);
    after = limit();
  }
}

/** Restores the rule that no child comes after its parent, from `at` downwards. */
function siftDown(heap: Uint32Array, at: number, compare: (a: number, b: number) => number): void {
  const moved = heap[at] ?? 0;
  let hole = at;
  for (;;) {
    let child = hole * 2 + 1;
    if (child >= heap.length) break;
    if (child + 1 < heap.length && compare(heap[child + 1] ?? 0, heap[child] ?? 0) > 0) child += 1;
    const candidate = heap[child] ?? 0;
    if (compare(candidate, moved) <= 0) break;
    heap[hole] = candidate;
    hole = child;
  }
  heap[hole] = moved;
}
