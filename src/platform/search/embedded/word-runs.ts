import { foldWords } from '../fold-words.ts';
import { openRunTable } from './run-table.ts';

/** Reads the words of texts, folding each different run of letters only once. */
export type WordReader = {
  /** Tells of the words of a text as `foldWords` gives them, by number, in order. */
  readonly read: (text: string, onWord: (word: number) => void) => void;
  /** Every word so far, by number. */
  readonly words: () => readonly string[];
};

/** UTF-8 takes no more bytes for a UTF-16 unit. */
const MOST_BYTES = 3;

/**
 * Texts are read as UTF-8, in runs: a word ends at every ASCII letter that can be in none, and
 * whatever folding does to what is outside ASCII, it does within one run.
 */
export function openWordReader(): WordReader {
  const numbers = new Map<string, number>();
  /** The words of runs that have none or several, by what such a run means: −1 for the first. */
  const lists: (readonly number[])[] = [];
  const numberOf = (word: string): number => {
    const number = numbers.get(word) ?? numbers.size;
    numbers.set(word, number);
    return number;
  };
  const runs = openRunTable((run) => {
    const [first, ...others] = foldWords(run).map(numberOf);
    if (first !== undefined && others.length === 0) return first;
    return -lists.push(first === undefined ? [] : [first, ...others]);
  });
  let room = Buffer.alloc(4096);
  return {
    read: (text, onWord) => {
      if (text.length * MOST_BYTES >= room.length)
        room = Buffer.alloc(text.length * 2 * MOST_BYTES);
      const size = room.write(text);
      room[size] = END;
      eachRun(room, size, (start, end, hash) => {
        const meaning = runs.meaningOf(room, start, end, hash);
        if (meaning >= 0) onWord(meaning);
        else lists[-meaning - 1]?.forEach(onWord);
      });
    },
    words: () => [...numbers.keys()],
  };
}

function eachRun(
  bytes: Buffer,
  size: number,
  onRun: (start: number, end: number, hash: number) => void,
): void {
  let start = 0;
  let hash = 0;
  for (let at = 0; at <= size; at += 1) {
    const byte = bytes[at] ?? END;
    if (IN_RUN[byte] === 1) {
      hash = Math.imul(hash ^ byte, 0x01000193);
      continue;
    }
    if (at > start) onRun(start, at, hash);
    start = at + 1;
    hash = 0;
  }
}

/** In no run. */
const END = 0;
/** By byte: ASCII letters and digits, the apostrophes that folding takes out, all outside ASCII. */
const IN_RUN = Uint8Array.from({ length: 256 }, (_, byte) =>
  Number(byte > 0x7f || /[a-z0-9'`]/i.test(String.fromCharCode(byte))),
);
