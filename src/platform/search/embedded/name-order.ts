/** What documents are put in order by when nothing else tells them apart. */
export type Named = { readonly name: string; readonly id: string };

const { compare } = new Intl.Collator('en');

/** As English sorts names; then by id, code unit by code unit. */
export const compareNamed = (a: Named, b: Named): number =>
  compare(a.name, b.name) || compareIds(a.id, b.id);

/** Code unit by code unit. */
export const compareIds = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

/** The ordinals of documents in order; `compare` of two of them. */
export function inOrder(count: number, compare: (a: number, b: number) => number): Uint32Array {
  return Uint32Array.from({ length: count }, (_, ordinal) => ordinal).sort(compare);
}

/** Where each ordinal stands in a list of all of them. */
export function placesIn(order: Uint32Array): Uint32Array {
  const places = new Uint32Array(order.length);
  order.forEach((ordinal, place) => {
    places[ordinal] = place;
  });
  return places;
}
