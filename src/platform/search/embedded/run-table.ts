/** Numbers runs of bytes in the order in which they are first seen, without a string of any. */
export type RunTable = {
  /** `hash` is the same for the same bytes. */
  readonly numberOf: (bytes: Uint8Array, start: number, end: number, hash: number) => number;
};

const FREE = -1;

/** A table by hash: a run lies in the slot of its hash, or in the next that was free. */
export function openRunTable(): RunTable {
  let slots = newSlots(1024);
  let known: Uint8Array = new Uint8Array(4096);
  const starts = [0];
  const add = (bytes: Uint8Array, start: number, end: number): number => {
    const from = starts.at(-1) ?? 0;
    const to = from + end - start;
    if (to > known.length) known = longer(known, to);
    for (let at = start; at < end; at += 1) known[from + at - start] = bytes[at] ?? 0;
    starts.push(to);
    return starts.length - 2;
  };
  const isIt = (number: number, bytes: Uint8Array, start: number, end: number): boolean => {
    const from = starts[number] ?? 0;
    if ((starts[number + 1] ?? 0) - from !== end - start) return false;
    let at = start;
    while (at < end && bytes[at] === known[from + at - start]) at += 1;
    return at === end;
  };
  return {
    numberOf: (bytes, start, end, hash) => {
      let slot = firstSlot(slots, hash);
      for (;;) {
        const number = slots.numbers[slot] ?? FREE;
        if (number === FREE) break;
        if (slots.hashes[slot] === hash && isIt(number, bytes, start, end)) return number;
        slot = (slot + 1) & (slots.numbers.length - 1);
      }
      const number = add(bytes, start, end);
      slots.numbers[slot] = number;
      slots.hashes[slot] = hash;
      if (number * 2 > slots.numbers.length) slots = moreSlots(slots);
      return number;
    },
  };
}

type Slots = { readonly numbers: Int32Array; readonly hashes: Int32Array };

/** A power of two of them. */
const newSlots = (count: number): Slots => ({
  numbers: new Int32Array(count).fill(FREE),
  hashes: new Int32Array(count),
});

const firstSlot = ({ numbers }: Slots, hash: number): number =>
  (hash ^ (hash >>> 15)) & (numbers.length - 1);

function moreSlots(old: Slots): Slots {
  const slots = newSlots(old.numbers.length * 2);
  old.numbers.forEach((number, at) => {
    if (number === FREE) return;
    const hash = old.hashes[at] ?? 0;
    let slot = firstSlot(slots, hash);
    while (slots.numbers[slot] !== FREE) slot = (slot + 1) & (slots.numbers.length - 1);
    slots.numbers[slot] = number;
    slots.hashes[slot] = hash;
  });
  return slots;
}

function longer(bytes: Uint8Array, atLeast: number): Uint8Array {
  const more = new Uint8Array(Math.max(atLeast, bytes.length * 2));
  more.set(bytes);
  return more;
}
