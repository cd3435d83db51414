import { randomFrom, type Random } from '../../platform/search/random.ts';

const syllables = ['ba', 'no', 'ri', 'tel', 'mu', 'shan', 'ko', 'vi', 'pre', 'lo', 'dun', 'sey'];
const size = 8000;

/** Invented words. Like those of a language, a few of them are most of what is said. */
export const vocabulary: readonly string[] = inventWords(randomFrom(7));

function inventWords(random: Random): readonly string[] {
  return Array.from({ length: size }, () =>
    Array.from({ length: 2 + random.whole(3) }, () => syllables[random.whole(12)]).join(''),
  );
}

export const commonWord = (random: Random): string =>
  vocabulary[Math.floor(size * random.next() ** 3)] ?? '';

/** So many words, as a sentence. */
export function sentence(random: Random, length: number): string {
  const words = Array.from({ length }, () => commonWord(random)).join(' ');
  return `${capital(words)}.`;
}

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
