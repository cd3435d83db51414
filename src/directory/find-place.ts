import type { Reader } from '#db/open-database.ts';
import { matchPlace, placeKey, type PlaceName } from './place-name.ts';
import { getPlaceName, listPlaceNames } from './place-name-store.ts';
import { parsePostcode } from './postcode.ts';
import { findPostcode, type FoundPostcode } from './postcode-store.ts';
import { roundedPoint } from './rounded-point.ts';

/**
 * `not-a-place`: nothing in it could name one. `unknown-here`: written like a postcode or a name, but
 * the area's own tables have none such, or several.
 */
export type PlaceProblem = 'not-a-place' | 'unknown-here';
export type PlaceLookup =
  | { readonly ok: true; readonly value: FoundPostcode }
  | {
      readonly ok: false;
      readonly problem: PlaceProblem;
      /** At most five names or districts to try instead; each finds something. */
      readonly suggestions: readonly string[];
    };

/** Longer than any address that somebody pastes. */
const longestText = 200;

/**
 * Where a typed postcode, district or place name is, from the imported tables. A whole postcode is
 * found inside an address too. Of a name the beginning is enough, or a form with a typing mistake.
 * @example findNear(db, 'Timperly') // => the middle of Timperley, labelled "Timperley"
 */
export function findNear(reader: Reader, text: string): PlaceLookup {
  if (text.length > longestText) return unknown('not-a-place');
  const typed = parsePostcode(text) === null ? (postcodeWithin(text) ?? text) : text;
  const postcode = findPostcode(reader, typed);
  if (postcode.ok) return postcode;
  const district = districtWithin(text);
  if (district !== null) {
    return unknown('unknown-here', findPostcode(reader, district).ok ? [district] : []);
  }
  return findByName(reader, text);
}

/** A whole postcode in an address; null when there is none. */
const postcodeWithin = (text: string): string | null =>
  /\b[a-z]{1,2}\d[a-z\d]?\s?\d[a-z]{2}\b/i.exec(text)?.[0] ?? null;

/** The district of what begins like a postcode: of `M33 2D` or of a postcode that is not known. */
const districtWithin = (text: string): string | null =>
  /^\s*([a-z]{1,2}\d[a-z\d]?)(?:\W*\d?[a-z]{0,3})\W*$/i.exec(text)?.[1]?.toUpperCase() ?? null;

function findByName(reader: Reader, text: string): PlaceLookup {
  // "Sale, Cheshire": what comes first is the place.
  const keys = [...new Set([placeKey(text), placeKey(text.split(',', 1).join(''))])];
  if (!/\p{L}/u.test(keys.join(' '))) return unknown('not-a-place');
  for (const key of keys) {
    const place = getPlaceName(reader, key);
    if (place !== null) return found(place);
  }
  const names = listPlaceNames(reader);
  const matches = keys.map((key) => matchPlace(names, key));
  const match = matches.find(({ ok }) => ok) ?? matches.at(-1);
  return match?.ok ? found(match.place) : unknown('unknown-here', match?.suggestions);
}

const found = ({ name: label, ...point }: Pick<PlaceName, 'name' | 'latitude' | 'longitude'>) =>
  ({ ok: true, value: { point: roundedPoint(point), ward: null, label } }) as const;

const unknown = (problem: PlaceProblem, suggestions: readonly string[] = []): PlaceLookup => ({
  ok: false,
  problem,
  suggestions,
});
