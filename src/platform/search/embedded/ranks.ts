import type { SearchDocument } from '../search-engine.ts';

/** Rank name → the number of each document, by ordinal; NaN where it has none. */
export function buildRanks(
  documents: readonly SearchDocument[],
): ReadonlyMap<string, Float64Array> {
  const ranks = new Map<string, Float64Array>();
  documents.forEach((document, ordinal) => {
    for (const [name, number] of Object.entries(document.ranks)) {
      const known = ranks.get(name) ?? new Float64Array(documents.length).fill(NaN);
      known[ordinal] = number;
      ranks.set(name, known);
    }
  });
  return ranks;
}
