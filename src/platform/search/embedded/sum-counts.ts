import type { SearchHits } from '../search-engine.ts';

type Counts = SearchHits['counts'];

/** The counts of several parts as those of one. */
export function sumCounts([first = {}, ...others]: readonly Counts[]): Counts {
  return others.reduce((sum, more) => addCounts(sum, more), first);
}

const addCounts = (one: Counts, other: Counts): Counts =>
  Object.fromEntries(
    Object.entries(one).map(([facet, values]) => [facet, addValues(values, other[facet] ?? {})]),
  );

function addValues(one: Readonly<Record<string, number>>, other: Readonly<Record<string, number>>) {
  const sum = new Map(Object.entries(one));
  for (const [value, count] of Object.entries(other)) sum.set(value, (sum.get(value) ?? 0) + count);
  return Object.fromEntries(sum);
}
