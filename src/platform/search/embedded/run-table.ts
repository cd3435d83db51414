/** What runs of bytes mean, each a whole number; found without a string of any. */
export type RunTable = {
  /** `hash` is the same for the same bytes. */
  readonly meaningOf: (bytes: Buffer, start: number, end: number, hash: number) => number;
};

/** By hash: a run lies in the slot of its hash, or in the next that was free. A power of two of them. */
type Slots = Int32Array;
/** Its hash, where its bytes start and end among the known (0 when the slot is free), what it means. */
const SLOT = 4;
const [HASH, START, END, MEANING] = [0, 1, 2, 3] as const;

/** `learn` says what a run means when it is first seen. */
export function openRunTable(learn: (run: string) => number): RunTable {
  let slots: Slots = new Int32Array(1024 * SLOT);
  let known: Buffer = Buffer.alloc(4096);
  let size = 0;
  let runs = 0;
  const add = (slot: number, run: Buffer, hash: number): number => {
    if (size + run.length > known.length) known = longer(known, size + run.length);
    known.set(run, size);
    const meaning = learn(run.toString('utf8'));
    slots.set([hash, size, size + run.length, meaning], slot);
    size += run.length;
    runs += 1;
    if (runs * 2 * SLOT > slots.length) slots = moreSlots(slots);
    return meaning;
  };
  const isIt = (slot: number, bytes: Buffer, start: number, end: number): boolean => {
    const from = slots[slot + START] ?? 0;
    if ((slots[slot + END] ?? 0) - from !== end - start) return false;
    let at = start;
    while (at < end && bytes[at] === known[from + at - start]) at += 1;
    return at === end;
  };
  return {
    meaningOf: (bytes, start, end, hash) => {
      let slot = firstSlot(slots, hash);
      while (slots[slot + END] !== 0) {
        if (slots[slot + HASH] === hash && isIt(slot, bytes, start, end)) {
          return slots[slot + MEANING] ?? 0;
        }
        slot = nextSlot(slots, slot);
      }
      return add(slot, bytes.subarray(start, end), hash);
    },
  };
}

const firstSlot = (slots: Slots, hash: number): number =>
  ((hash ^ (hash >>> 15)) * SLOT) & (slots.length - SLOT);

const nextSlot = (slots: Slots, slot: number): number => (slot + SLOT) & (slots.length - SLOT);

function moreSlots(old: Slots): Slots {
  const slots = new Int32Array(old.length * 2);
  for (let from = 0; from < old.length; from += SLOT) {
    if (old[from + END] === 0) continue;
    let slot = firstSlot(slots, old[from + HASH] ?? 0);
    while (slots[slot + END] !== 0) slot = nextSlot(slots, slot);
    slots.set(old.subarray(from, from + SLOT), slot);
  }
  return slots;
}

function longer(bytes: Buffer, atLeast: number): Buffer {
  const more = Buffer.alloc(Math.max(atLeast, bytes.length * 2));
  more.set(bytes);
  return more;
}
