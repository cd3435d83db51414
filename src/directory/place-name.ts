import { isMistyped } from '#platform/search/embedded/typing-mistakes.ts';
import { foldWords } from '#platform/search/fold-words.ts';
import { milesBetween, type Point } from '#platform/search/miles-between.ts';

/** A ward, locality or authority and the middle of its postcodes; `key` is as `placeKey` gives it. */
export type PlaceName = Point & { readonly key: string; readonly name: string };

type Town = Point & { readonly name: string };
export type PlaceMatch =
  | { readonly ok: true; readonly place: Town }
  | { readonly ok: false; readonly suggestions: readonly string[] };

const mostSuggestions = 5;
/** What is named alike within so many miles of its middle is one town: Sale Central, Sale Moor. */
const townMiles = 4;
/** Shorter beginnings fit too much to be meant. */
const shortestBeginning = 3;

/**
 * A name as it is compared: folded, without punctuation and "and".
 * @example placeKey('Gorse Hill & Cornbrook') // => 'gorse hill cornbrook', as with "and"
 */
export const placeKey = (text: string): string =>
  foldWords(text)
    .filter((word) => word !== 'and')
    .join(' ');

/**
 * The one place that a typed key means: the name itself, else the town whose parts begin with it,
 * else what it is an unfinished or slightly misspelt form of. Several or none: names to choose from.
 */
export function matchPlace(names: readonly PlaceName[], typed: string): PlaceMatch {
  const exact = names.find(({ key }) => key === typed);
  if (exact) return { ok: true, place: exact };
  for (const fits of [isWholeHead, isBeginning, isWithin, isMisspelt]) {
    const found = names.filter((place) => fits(place.key, typed));
    const meant = oneOf(found, typed);
    if (meant) return { ok: true, place: meant };
    if (found.length > 0) return { ok: false, suggestions: namesOf(found) };
  }
  return { ok: false, suggestions: namesOf(similar(names, typed)) };
}

const isWholeHead = (key: string, typed: string): boolean => key.startsWith(`${typed} `);
const isBeginning = (key: string, typed: string): boolean =>
  typed.length >= shortestBeginning && key.startsWith(typed);
const isWithin = (key: string, typed: string): boolean =>
  typed.length >= shortestBeginning && key.includes(` ${typed}`);
const isMisspelt = (key: string, typed: string): boolean => {
  const most = typed.length >= 8 ? 2 : 1;
  return typed.length >= 4 && isLike(key, typed, most);
};

/** Whether the key begins with what is typed, but for so many typing mistakes. */
function isLike(key: string, typed: string, most: number): boolean {
  const head = headOf(key, wordsIn(typed));
  return Math.abs(head.length - typed.length) <= most && isMistyped(head, typed, most);
}

const wordsIn = (key: string): number => key.split(' ').length;
/** The first words of a key. */
function headOf(key: string, words: number): string {
  let end = -1;
  for (let word = 0; word < words; word += 1) {
    end = key.indexOf(' ', end + 1);
    if (end === -1) return key;
  }
  return key.slice(0, end);
}

/** One place, or the town of which all are parts; null when they are different places. */
function oneOf(found: readonly PlaceName[], typed: string): Town | null {
  const [first] = found;
  if (!first) return null;
  if (found.length === 1) return first;
  const words = wordsIn(typed);
  const head = headOf(first.key, words);
  if (found.some(({ key }) => headOf(key, words) !== head)) return null;
  return found.find(({ key }) => key === head) ?? townOf(found, headName(first.name, head));
}

/** The middle of parts that lie together, under the name they share; null when they lie apart. */
function townOf(parts: readonly PlaceName[], name: string): Town | null {
  const mean = (of: (place: PlaceName) => number) =>
    parts.reduce((sum, place) => sum + of(place), 0) / parts.length;
  const middle = { latitude: mean((one) => one.latitude), longitude: mean((one) => one.longitude) };
  return parts.every((part) => milesBetween(middle, part) <= townMiles)
    ? { ...middle, name }
    : null;
}

/** The beginning of a name as it is written: of "Hale Barns & Timperley" for `hale barns`. */
function headName(name: string, head: string): string {
  const words = name.split(/\s+/);
  const end = words.findIndex((_, at) => placeKey(words.slice(0, at + 1).join(' ')) === head);
  return words
    .slice(0, end + 1)
    .join(' ')
    .replace(/,$/, '');
}

/** Names that share a word with what was typed, or are a few letters from it. */
function similar(names: readonly PlaceName[], typed: string): readonly PlaceName[] {
  if (typed.length < shortestBeginning) return [];
  const word = headOf(typed, 1);
  return names.filter(
    ({ key }) => (key.includes(word) && key.split(' ').includes(word)) || isLike(key, typed, 2),
  );
}

/** Each name once, the shortest first. */
const namesOf = (places: readonly PlaceName[]): readonly string[] =>
  [...new Set(places.map(({ name }) => name))]
    .sort((one, other) => one.length - other.length || (one < other ? -1 : 1))
    .slice(0, mostSuggestions);
