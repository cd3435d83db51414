import type { SearchHits } from '#platform/search/search-engine.ts';
import type { Sample } from './sample-documents.ts';

/** Word → how many documents have it. */
export type Holders = ReadonlyMap<string, number>;

export function holdersOf(samples: readonly Sample[]): Holders {
  const holders = new Map<string, number>();
  for (const { words } of samples) {
    for (const word of new Set(words)) holders.set(word, (holders.get(word) ?? 0) + 1);
  }
  return holders;
}

/** For each folded word typed, the words that a document may have for it; and the corrections. */
export function wordsMeant(
  holders: Holders,
  typed: readonly string[],
): { readonly meant: readonly ReadonlySet<string>[]; readonly corrected: SearchHits['corrected'] } {
  const corrected = new Map<string, string>();
  const meant = typed.map((word, at) => {
    const last = at === typed.length - 1;
    const had = (other: string) =>
      last && word.length >= 2 ? other.startsWith(word) : other === word;
    const all = [...holders.keys()];
    const matching = all.filter(had);
    if (matching.length > 0) return new Set(matching);
    const instead = insteadOf(word, all);
    const [taken] = instead.toSorted(
      (a, b) => (holders.get(b) ?? 0) - (holders.get(a) ?? 0) || (a < b ? -1 : 1),
    );
    if (taken !== undefined) corrected.set(word, taken);
    return new Set(instead);
  });
  return { meant, corrected: [...corrected].map(([typed, taken]) => ({ typed, taken })) };
}

function insteadOf(word: string, all: readonly string[]): readonly string[] {
  if (word.length < 4) return [];
  const containing = all.filter((other) => other.includes(word));
  if (containing.length > 0) return containing;
  if (/\p{N}/u.test(word)) return [];
  return all.filter((other) => isNear(word, other));
}

const known = new Map<string, boolean>();

/** One mistake apart; or, from eight letters, when something is one mistake from both. */
function isNear(word: string, other: string): boolean {
  const pair = `${word} ${other}`;
  const already = known.get(pair);
  if (already !== undefined) return already;
  const letters = [...new Set(word + other)];
  const near = oneMistakeFrom(word, letters);
  const answer =
    word.length < 8
      ? near.has(other)
      : Math.abs(word.length - other.length) <= 2 &&
        !near.isDisjointFrom(oneMistakeFrom(other, letters));
  known.set(pair, answer);
  return answer;
}

/** The word itself, and all that one missing, added or wrong letter or one swap makes of it. */
function oneMistakeFrom(word: string, letters: readonly string[]): ReadonlySet<string> {
  const made = new Set([word]);
  for (let at = 0; at <= word.length; at += 1) {
    const [before, rest] = [word.slice(0, at), word.slice(at)];
    for (const letter of letters) {
      made.add(before + letter + rest);
      if (rest !== '') made.add(before + letter + rest.slice(1));
    }
    if (rest !== '') made.add(before + rest.slice(1));
    if (rest.length > 1) made.add(before + rest.charAt(1) + rest.charAt(0) + rest.slice(2));
  }
  return made;
}
