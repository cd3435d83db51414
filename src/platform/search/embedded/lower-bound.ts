/** The first place in `sorted[from, to)` whose value is at least `value`; `to` when there is none. */
export function lowerBound(
  sorted: Uint16Array | Uint32Array | readonly number[],
  value: number,
  from: number,
  to: number,
): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
