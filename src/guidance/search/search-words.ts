import { z } from 'zod';
import list from '#content/reference/journey/search-words.json' with { type: 'json' };
import { schemeKeys, type SchemeKey } from '#entitlements/schemes.ts';

const byLanguage = z.record(z.string(), z.array(z.string()));
const listSchema = z.object({
  schemes: z.record(z.enum(schemeKeys), z.object({ guide: z.string(), words: byLanguage })),
  guides: z.record(z.string(), z.object({ words: byLanguage })),
});
const searchWords = listSchema.parse(list);

/** The article that says more of a scheme. */
export const guideOf = (key: SchemeKey): string => searchWords.schemes[key].guide;

/** The articles that have words of their own here. */
export const guidesWithWords: readonly string[] = Object.keys(searchWords.guides);

/** What people type for a scheme besides its name, in these languages. */
export const wordsForScheme = (key: SchemeKey, languages: readonly string[]): string =>
  joined(searchWords.schemes[key].words, languages);

/** What people type for an article besides what stands in it, in these languages. */
export const wordsForGuide = (slug: string, languages: readonly string[]): string =>
  joined(searchWords.guides[slug]?.words ?? {}, languages);

const joined = (words: Readonly<Record<string, readonly string[]>>, languages: readonly string[]) =>
  languages.flatMap((code) => words[code] ?? []).join('\n');
