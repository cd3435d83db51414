import stopWords from '#content/reference/stop-words.json' with { type: 'json' };
import { foldWords } from '#platform/search/fold-words.ts';

const little = new Set(Object.values(stopWords.words).flat().flatMap(foldWords));

/**
 * What was typed without words such as "in" and "the", in any language, so that a place need not have
 * them; as it was when there is nothing else.
 */
export function withoutLittleWords(typed: string): string {
  const parts = typed.split(/\s+/);
  const kept = parts.filter((part) => foldWords(part).some((word) => !little.has(word)));
  return kept.length === 0 || kept.length === parts.length ? typed : kept.join(' ');
}
