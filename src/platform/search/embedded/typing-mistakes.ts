/**
 * Whether at most so many typing mistakes (one or two) make one word of the other: a letter missing,
 * added or wrong, or two neighbours swapped (Damerau–Levenshtein distance). Letters are UTF-16 units.
 */
export function isMistyped(one: string, other: string, most: number): boolean {
  return Math.abs(one.length - other.length) <= most && isNear(one, 0, other, 0, most);
}

/** The same of what is left of `a` from `i` on and of `b` from `j` on. */
function isNear(a: string, i: number, b: string, j: number, most: number): boolean {
  let same = 0;
  // Past the end there is NaN, which is like nothing.
  while (a.charCodeAt(i + same) === b.charCodeAt(j + same)) same += 1;
  return isNearFromDifference(a, i + same, b, j + same, most);
}

function isNearFromDifference(a: string, i: number, b: string, j: number, most: number): boolean {
  if (Math.abs(a.length - i - (b.length - j)) > most) return false;
  if (i === a.length || j === b.length) return true;
  if (most === 0) return false;
  return (
    isNear(a, i + 1, b, j + 1, most - 1) ||
    isNear(a, i + 1, b, j, most - 1) ||
    isNear(a, i, b, j + 1, most - 1) ||
    isSwapped(a, i, b, j, most)
  );
}

/** Whether it is two letters swapped, as they stand or with one letter missing between them. */
function isSwapped(a: string, i: number, b: string, j: number, most: number): boolean {
  const crossed = (onA: number, onB: number): boolean =>
    a.charCodeAt(i + onA) === b.charCodeAt(j) && a.charCodeAt(i) === b.charCodeAt(j + onB);
  return (
    (crossed(1, 1) && isNear(a, i + 2, b, j + 2, most - 1)) ||
    (most > 1 && crossed(2, 1) && isNear(a, i + 3, b, j + 2, most - 2)) ||
    (most > 1 && crossed(1, 2) && isNear(a, i + 2, b, j + 3, most - 2))
  );
}
