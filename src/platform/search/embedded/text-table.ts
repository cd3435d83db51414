import { collectNumbers } from './collect-numbers.ts';

/** Texts by number, in two blocks of memory instead of a string each. */
export type TextTable = {
  /** One text after another, in UTF-8. */
  readonly bytes: Buffer;
  /** Where each text starts; one more at the end. */
  readonly starts: Uint32Array;
};

/** A table that grows. */
export type TextCollector = {
  readonly add: (text: string) => void;
  /** What there is so far; good until the next is added. */
  readonly table: () => TextTable;
};

/** UTF-8 takes no more bytes for a UTF-16 unit. */
const MOST_BYTES = 3;

export const countOf = ({ starts }: TextTable): number => starts.length - 1;

/** Half a surrogate pair, which is no text, comes back as U+FFFD. */
export const textAt = ({ bytes, starts }: TextTable, number: number): string =>
  bytes.toString('utf8', starts[number] ?? 0, starts[number + 1] ?? 0);

/** Whether a text contains what these bytes are in UTF-8. */
export function holdsBytes({ bytes, starts }: TextTable, number: number, part: Buffer): boolean {
  const last = (starts[number + 1] ?? 0) - part.length;
  for (let from = starts[number] ?? 0; from <= last; from += 1) {
    let same = 0;
    while (same < part.length && bytes[from + same] === part[same]) same += 1;
    if (same === part.length) return true;
  }
  return false;
}

export function collectTexts(): TextCollector {
  let room = Buffer.alloc(1024);
  const starts = collectNumbers();
  let size = 0;
  starts.add(0);
  return {
    add: (text) => {
      const most = size + text.length * MOST_BYTES;
      if (most > room.length) {
        const larger = Buffer.alloc(Math.max(most, room.length * 2));
        larger.set(room);
        room = larger;
      }
      size += room.write(text, size);
      starts.add(size);
    },
    table: () => ({ bytes: room.subarray(0, size), starts: starts.all() }),
  };
}

export function tableOf(texts: Iterable<string>): TextTable {
  const collected = collectTexts();
  for (const text of texts) collected.add(text);
  return trimmed(collected.table());
}

/** The texts with these numbers, in their order. */
export function pickTexts({ bytes, starts }: TextTable, numbers: Uint32Array): TextTable {
  const sizeOf = (number: number) => (starts[number + 1] ?? 0) - (starts[number] ?? 0);
  const pickedStarts = new Uint32Array(numbers.length + 1);
  numbers.forEach((number, at) => {
    pickedStarts[at + 1] = (pickedStarts[at] ?? 0) + sizeOf(number);
  });
  const picked = Buffer.alloc(pickedStarts.at(-1) ?? 0);
  numbers.forEach((number, at) => {
    picked.set(bytes.subarray(starts[number], starts[number + 1]), pickedStarts[at]);
  });
  return { bytes: picked, starts: pickedStarts };
}

/** Without the room to grow. */
const trimmed = ({ bytes, starts }: TextTable): TextTable => ({
  bytes: Buffer.from(bytes),
  starts: starts.slice(),
});
