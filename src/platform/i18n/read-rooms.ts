import type { ResourceKey, ResourceLanguage } from 'i18next';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { disguiseOf, isPseudo, type Disguise } from './pseudo-languages.ts';
import { wordRooms } from './word-keys.ts';

/** All the words of a language; of a pseudo-language, the English ones in its disguise. */
export function readRooms(localesFolder: string, code: string): ResourceLanguage {
  const folder = join(localesFolder, isPseudo(code) ? 'en' : code);
  const disguise = disguiseOf(code);
  return Object.fromEntries(
    wordRooms.map((room) => {
      const words: unknown = JSON.parse(readFileSync(join(folder, `${room}.json`), 'utf8'));
      return [room, inDisguise(words, disguise)];
    }),
  );
}

/** A nested object of texts, each text in disguise. */
function inDisguise(words: unknown, disguise: Disguise): ResourceKey {
  if (typeof words !== 'object' || words === null) return disguise(String(words));
  return Object.fromEntries(
    Object.entries(words).map(([key, inner]) => [key, inDisguise(inner, disguise)]),
  );
}
