/** Repeatable chance: the same seed gives the same sample area, byte for byte. */
export type Random = ReturnType<typeof randomFrom>;

/** Mulberry32. */
function randomFrom(seed: number) {
  let state = seed;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const whole = (least: number, most: number) => least + Math.floor(next() * (most - least + 1));
  const pick = <T>(items: readonly T[]): T => {
    const item = items[whole(0, items.length - 1)];
    if (item === undefined) throw new Error('Nothing to pick from');
    return item;
  };
  const shuffle = <T>(items: readonly T[]): readonly T[] =>
    items
      .map((item) => ({ item, at: next() }))
      .sort((one, other) => one.at - other.at)
      .map(({ item }) => item);
  const some = <T>(items: readonly T[], least: number, most: number): readonly T[] =>
    shuffle(items).slice(0, whole(least, most));
  return { whole, pick, shuffle, some, chance: (share: number) => next() < share };
}

/**
 * A chance of its own for each text (FNV-1a), so that a new topic leaves what was drawn for the
 * others as it was.
 */
export function randomOf(text: string): Random {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193);
  return randomFrom(hash);
}
