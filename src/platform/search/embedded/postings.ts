import type { Arrangement } from './arrangement.ts';
import { collectNumbers } from './collect-numbers.ts';
import type { Stretch } from './grid.ts';
import { lowerBound } from './lower-bound.ts';
import { arrangeNames, type NameWords } from './name-words.ts';
import { openWordReader } from './word-runs.ts';

/**
 * Which documents hold which word; words are known by number. Ordinals are in blocks of 65,536, so
 * that within its block each is half as long.
 */
export type Postings = {
  readonly blocks: number;
  /** By word, then by block: where the list starts in `lows`; one more at the end. */
  readonly starts: Uint32Array;
  /** The lists, one after another, each ascending: how far into its block each document is. */
  readonly lows: Uint16Array;
};

const BLOCK_BITS = 16;
const BLOCK = 1 << BLOCK_BITS;

/** The texts of documents as they are read. */
export type WordCollector = {
  /** A word of the name counts as one when the text has it too. */
  readonly add: (text: string, name: string) => void;
  /** Every word that some document has, sorted by code unit, and the lists in the same order. */
  readonly build: (arrangement: Arrangement) => {
    readonly words: readonly string[];
    readonly postings: Postings;
    readonly nameWords: NameWords;
  };
};

export function collectWords(): WordCollector {
  const reader = openWordReader();
  const lastSeenIn: number[] = [];
  const seen = collectNumbers();
  const ends = collectNumbers();
  const [named, namedEnds] = [collectNumbers(), collectNumbers()];
  return {
    add: (text, name) => {
      const arrival = ends.size();
      reader.read(text, (word) => {
        if (lastSeenIn[word] === arrival) return;
        lastSeenIn[word] = arrival;
        seen.add(word);
      });
      ends.add(seen.size());
      reader.read(name, (word) => {
        if (lastSeenIn[word] === arrival) named.add(word);
      });
      namedEnds.add(named.size());
    },
    build: (arrangement) => {
      const texts = { seen: seen.all(), ends: ends.all(), ...arrangement };
      const { sorted, numberOf } = numberHeld(reader.words(), texts, lastSeenIn);
      return {
        words: sorted,
        postings: sortByWord(texts, numberOf, sorted.length),
        nameWords: arrangeNames(named.all(), namedEnds.all(), numberOf, arrangement),
      };
    },
  };
}

type Texts = Arrangement & {
  /** The words of each text, each once, by place among all words; one text after another. */
  readonly seen: Uint32Array;
  /** Where each text ends in `seen`. */
  readonly ends: Uint32Array;
};

/** Numbers the words of the documents that count, by code unit; `numberOf` by place. */
function numberHeld(
  words: readonly string[],
  texts: Texts,
  lastSeenIn: readonly (number | undefined)[],
) {
  const isHeld = isWhole(texts) ? (place: number) => lastSeenIn[place] !== undefined : holds(texts);
  const sorted = words.filter((_, place) => isHeld(place)).sort();
  const numbers = new Map(sorted.map((word, number) => [word, number]));
  return { sorted, numberOf: Uint32Array.from(words, (word) => numbers.get(word) ?? 0) };
}

/** Which words are in some text that counts. */
function holds(texts: Texts): (place: number) => boolean {
  const held = new Set<number>();
  visitTexts(texts, (place) => held.add(place));
  return (place) => held.has(place);
}

const isWhole = ({ arrivals, ends }: Texts): boolean => arrivals.length === ends.length;

function sortByWord(texts: Texts, numberOf: Uint32Array, words: number): Postings {
  const blocks = Math.max(1, Math.ceil(texts.arrivals.length / BLOCK));
  const starts = new Uint32Array(words * blocks + 1);
  const listOf = (place: number, ordinal: number): number =>
    (numberOf[place] ?? 0) * blocks + (ordinal >>> BLOCK_BITS);
  visitTexts(texts, (place, ordinal) => {
    const after = listOf(place, ordinal) + 1;
    starts[after] = (starts[after] ?? 0) + 1;
  });
  for (let list = 1; list < starts.length; list += 1) {
    starts[list] = (starts[list] ?? 0) + (starts[list - 1] ?? 0);
  }
  const free = starts.slice();
  const lows = new Uint16Array(starts.at(-1) ?? 0);
  visitTexts(texts, (place, ordinal) => {
    const list = listOf(place, ordinal);
    const next = free[list] ?? 0;
    lows[next] = ordinal;
    free[list] = next + 1;
  });
  return { blocks, starts, lows };
}

/** Visits each word of each document that counts, by ordinal. */
function visitTexts(
  { seen, ends, arrivals }: Texts,
  visit: (place: number, ordinal: number) => void,
): void {
  arrivals.forEach((arrival, ordinal) => {
    const end = ends[arrival] ?? 0;
    for (let at = arrival > 0 ? (ends[arrival - 1] ?? 0) : 0; at < end; at += 1) {
      visit(seen[at] ?? 0, ordinal);
    }
  });
}

/** How many documents have a word. */
export const sizeOfList = ({ blocks, starts }: Postings, word: number): number =>
  (starts[(word + 1) * blocks] ?? 0) - (starts[word * blocks] ?? 0);

/** Whether every document that has a word passes; it stops at the first that does not. */
export function everyHolder(
  { blocks, starts, lows }: Postings,
  word: number,
  passes: (ordinal: number) => boolean,
): boolean {
  for (let block = 0; block < blocks; block += 1) {
    const list = word * blocks + block;
    for (let at = starts[list] ?? 0; at < (starts[list + 1] ?? 0); at += 1) {
      if (!passes(block * BLOCK + (lows[at] ?? 0))) return false;
    }
  }
  return true;
}

/** The same stretches, cut so that none reaches from one block into another. */
export function cutAtBlocks(stretches: readonly Stretch[]): readonly Stretch[] {
  return stretches.flatMap(({ start, end }) => {
    const cut: Stretch[] = [];
    for (let from = start; from < end;) {
      const to = Math.min(end, (Math.floor(from / BLOCK) + 1) * BLOCK);
      cut.push({ start: from, end: to });
      from = to;
    }
    return cut;
  });
}

/** Visits the documents of one word within the stretches: ascending, and each within one block. */
export function visitPostings(
  { blocks, starts, lows }: Postings,
  word: number,
  stretches: readonly Stretch[],
  visit: (ordinal: number) => void,
): void {
  let list = -1;
  let from = 0;
  let listEnd = 0;
  for (const { start, end } of stretches) {
    const own = word * blocks + (start >>> BLOCK_BITS);
    if (own !== list) {
      list = own;
      from = starts[own] ?? 0;
      listEnd = starts[own + 1] ?? 0;
    }
    const base = start - (start % BLOCK);
    from = seek(lows, start - base, from, listEnd);
    for (; from < listEnd && (lows[from] ?? 0) < end - base; from += 1) {
      visit(base + (lows[from] ?? 0));
    }
  }
}

/** As `lowerBound`; most lists are short or already there. */
const seek = (lows: Uint16Array, low: number, from: number, end: number): number =>
  from === end || (lows[from] ?? 0) >= low ? from : lowerBound(lows, low, from, end);
