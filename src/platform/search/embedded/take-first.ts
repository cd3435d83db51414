/**
 * The first `howMany` of the ordinals, in order, by a heap no larger than that. `compare` as for
 * `Array.sort`, and never 0 for two different ordinals.
 */
export function takeFirst(
  ordinals: Uint32Array,
  howMany: number,
  compare: (a: number, b: number) => number,
): Uint32Array {
  const heap = ordinals.slice(0, howMany);
  for (let at = (heap.length >>> 1) - 1; at >= 0; at -= 1) siftDown(heap, at, compare);
  for (let at = heap.length; at < ordinals.length && heap.length > 0; at += 1) {
    const ordinal = ordinals[at] ?? 0;
    if (compare(ordinal, heap[0] ?? 0) < 0) {
      heap[0] = ordinal;
      siftDown(heap, 0, compare);
    }
  }
  return heap.sort(compare);
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
