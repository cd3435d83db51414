import { LEFT_OUT, type Arrangement } from './arrangement.ts';
import { getOrAdd } from './get-or-add.ts';
import { countOf, textAt, type TextTable } from './text-table.ts';

/** What documents are put in order by when nothing else tells them apart. */
export type Named = { readonly name: string; readonly id: string };

const { compare } = new Intl.Collator('en');
const PLACES = 2 ** 26;

/** As English sorts names; then by id, code unit by code unit. */
export const compareNamed = (a: Named, b: Named): number =>
  compare(a.name, b.name) || compareIds(a.id, b.id);

/** Code unit by code unit. */
export const compareIds = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

/** The numbers of ids in their order; equal ones by number. Quick when they nearly are in order. */
export function sortIds(ids: TextTable): readonly number[] {
  const texts = textsOf(ids);
  return texts.map((_, at) => at).sort((a, b) => compareIds(texts[a] ?? '', texts[b] ?? ''));
}

/** By number of an id: 1 where a later one is the same. `sorted` as `sortIds` gives it. */
export function findReplaced(ids: TextTable, sorted: readonly number[]): Uint8Array {
  const replaced = new Uint8Array(countOf(ids));
  sorted.forEach((one, at) => {
    const next = sorted[at + 1];
    if (next !== undefined && textAt(ids, one) === textAt(ids, next)) replaced[one] = 1;
  });
  return replaced;
}

/** The ordinals in order of id. */
export const orderById = (sorted: readonly number[], { ordinals }: Arrangement): Uint32Array =>
  Uint32Array.from(sorted, (arrival) => ordinals[arrival] ?? LEFT_OUT).filter(
    (ordinal) => ordinal !== LEFT_OUT,
  );

/** The ordinals as `compareNamed` has them; each different name is compared as a text only once. */
export function orderByName(names: TextTable, byId: Uint32Array): Uint32Array {
  const numbers = new Map<string, number>();
  const newNumber = () => numbers.size;
  const numberOf = Uint32Array.from({ length: countOf(names) }, (_, ordinal) =>
    getOrAdd(numbers, textAt(names, ordinal), newNumber),
  );
  const rankOf = rankNames([...numbers.keys()]);
  const keys = Float64Array.from(
    byId,
    (ordinal, place) => (rankOf[numberOf[ordinal] ?? 0] ?? 0) * PLACES + place,
  ).sort();
  return Uint32Array.from(keys, (key) => byId[key % PLACES] ?? 0);
}

/** Where each name stands as English sorts them; names that it sorts alike have one rank. */
function rankNames(names: readonly string[]): Uint32Array {
  const nameAt = (number: number) => names[number] ?? '';
  const sorted = [...names.keys()].sort((a, b) => compare(nameAt(a), nameAt(b)));
  const ranks = new Uint32Array(names.length);
  let rank = 0;
  sorted.forEach((number, at) => {
    if (at > 0 && compare(nameAt(sorted[at - 1] ?? 0), nameAt(number)) !== 0) rank += 1;
    ranks[number] = rank;
  });
  return ranks;
}

/** Where each ordinal stands in a list of all of them. */
export function placesIn(order: Uint32Array): Uint32Array {
  const places = new Uint32Array(order.length);
  order.forEach((ordinal, place) => {
    places[ordinal] = place;
  });
  return places;
}

const textsOf = (table: TextTable): readonly string[] =>
  Array.from({ length: countOf(table) }, (_, number) => textAt(table, number));
