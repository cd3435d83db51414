/** A number that JSON can carry: infinity becomes the largest there is. */
export const finite = (number: number): number =>
  Math.min(Number.MAX_VALUE, Math.max(-Number.MAX_VALUE, number)) + 0;
