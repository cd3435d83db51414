/** Keeps, in place, the ordinals that pass; gives the shorter list. */
export function keep(ordinals: Uint32Array, passes: (ordinal: number) => boolean): Uint32Array {
  let kept = 0;
  for (let at = 0; at < ordinals.length; at += 1) {
    const ordinal = ordinals[at] ?? 0;
    if (passes(ordinal)) ordinals[kept++] = ordinal;
  }
  return ordinals.subarray(0, kept);
}
