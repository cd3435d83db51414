import { milesBetween } from '#platform/search/miles-between.ts';
import type { SearchQuery } from '#platform/search/search-engine.ts';
import { choicesIn, choicesOf } from '../documents.ts';
import type { Documents, Found } from './contender.ts';

const shown = 20;

/**
 * What a search for words alone leaves to be done: which of the found are near enough and as chosen,
 * how many there are of every choice, and the nearest. As lean as JavaScript can do it row by row.
 */
export function siftOf(documents: Documents) {
  const choices = choicesOf(documents);
  const numberOf = new Map(choices.map((choice, at) => [choice, at]));
  const { points, chosenIn } = rowsOf(documents, numberOf);
  const counts = new Uint32Array(choices.length);
  return (rows: Iterable<number>, { near, withinMiles, filters }: SearchQuery): Found => {
    counts.fill(0);
    const groups = filters.map(({ facet, anyOf }) =>
      anyOf.flatMap((value) => numberOf.get(`${facet} ${value}`) ?? []),
    );
    const found: { readonly row: number; readonly miles: number }[] = [];
    for (const row of rows) {
      const chosen = chosenIn[row];
      const [latitude = NaN, longitude = NaN] = points.subarray(row * 2, row * 2 + 2);
      if (Number.isNaN(latitude) || !near || !chosen) continue;
      const miles = milesBetween(near, { latitude, longitude });
      if (withinMiles !== null && miles > withinMiles) continue;
      if (!groups.every((group) => group.some((choice) => chosen.includes(choice)))) continue;
      found.push({ row, miles });
      for (const choice of chosen) counts[choice] = (counts[choice] ?? 0) + 1;
    }
    const first = found.toSorted((a, b) => a.miles - b.miles).slice(0, shown);
    return { total: found.length, first: first.map(({ row }) => row) };
  };
}

function rowsOf(documents: Documents, numberOf: ReadonlyMap<string, number>) {
  const points = new Float64Array(documents.count * 2).fill(NaN);
  const chosenIn: Uint16Array[] = [];
  for (const { point, facets } of documents) {
    if (point) points.set([point.latitude, point.longitude], chosenIn.length * 2);
    chosenIn.push(Uint16Array.from(choicesIn(facets), (choice) => numberOf.get(choice) ?? 0));
  }
  return { points, chosenIn };
}
