import type { Place } from './place.ts';

/** What staff may speak beside English, as often as it is heard in the area. */
const spoken: Readonly<Record<string, readonly [name: string, often: number]>> = {
  ur: ['Urdu', 5],
  pa: ['Punjabi', 3],
  pl: ['Polish', 4],
  ar: ['Arabic', 3],
  es: ['Spanish', 3],
  zh: ['Chinese', 2],
  fr: ['French', 2],
  hi: ['Hindi', 2],
  bn: ['Bengali', 2],
  so: ['Somali', 2],
  gu: ['Gujarati', 1],
  pt: ['Portuguese', 1],
  ro: ['Romanian', 1],
  uk: ['Ukrainian', 1],
  fa: ['Persian', 1],
  it: ['Italian', 1],
};
const weighted = Object.entries(spoken).flatMap(([code, [, often]]) =>
  Array.from({ length: often }, () => code),
);

/** Codes of `content/reference/spoken-languages.json`; empty for staff who speak only English. */
export function languagesOf({ random }: Place): readonly string[] {
  const draw = random('languages');
  if (draw.chance(0.45)) return [];
  const count = draw.pick([1, 1, 1, 2, 2, 3]);
  const drawn = Array.from({ length: count }, () => draw.pick(weighted));
  return [...new Set(drawn)].toSorted();
}

/** @example languagesNote(['pa', 'ur']) // => 'Punjabi and Urdu' */
export const languagesNote = (codes: readonly string[]): string =>
  codes
    .map((code) => spoken[code]?.[0] ?? code)
    .join(', ')
    .replace(/, (?=[^,]*$)/, ' and ');
