const collator = new Intl.Collator('en');
const LETTERS = [..." -.,'’()&/0123456789abcdefghijklmnopqrstuvwxyz"].sort(collator.compare);
/** As many letters as a whole number can tell apart exactly. */
const DEPTH = Math.floor(Math.log2(Number.MAX_SAFE_INTEGER) / Math.log2(LETTERS.length + 1));

/**
 * Two whole numbers by which names can be put in English order where no collator is at hand. A name
 * before another never has the higher keys; names with the same keys are to be compared as they are.
 * Each step asks how many letters could stand next without coming after the name.
 */
export function nameKeys(name: string): readonly [start: number, next: number] {
  const start = keyAfter('', name);
  const next = keyAfter(start.prefix, name);
  return [start.key, next.key];
}

function keyAfter(before: string, name: string): { readonly key: number; readonly prefix: string } {
  let key = 0;
  let prefix = before;
  for (let at = 0; at < DEPTH; at += 1) {
    const below = lettersBelow(prefix, name);
    key = key * (LETTERS.length + 1) + below;
    prefix += LETTERS[below - 1] ?? '';
  }
  return { key, prefix };
}

/** How many of the letters, put after the prefix, do not come after the name. */
function lettersBelow(prefix: string, name: string): number {
  let [low, high] = [0, LETTERS.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (collator.compare(prefix + (LETTERS[middle] ?? ''), name) <= 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
