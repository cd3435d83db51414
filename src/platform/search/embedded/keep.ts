/** Keeps, in place, the ordinals that pass; gives the shorter list. */
export function keep(ordinals: Uint32Array, passes: (ordinal: number) => boolean): Uint32Array {
  let kept = 0;
  for (const ordinal of ordinals) {
    if (passes(ordinal)) ordinals[kept++] = ordinal;
  }
  return ordinals.subarray(0, kept);
}
