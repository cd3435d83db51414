import { foldWords } from '../fold-words.ts';

/** As much text as people type; longer text is mostly thrown away, so it is read bit by bit. */
const FIRST_LOOK = 250;

/** The first `most` of the words that `foldWords` gives, without reading much further. */
export function firstWords(typed: string, most: number): readonly string[] {
  for (let length = FIRST_LOOK; length < typed.length; length *= 4) {
    const words = foldWords(typed.slice(0, length));
    // Only the last word can have been cut.
    if (words.length > most) return words.slice(0, most);
  }
  return foldWords(typed).slice(0, most);
}
