import { ageText } from '#directory/place-words.ts';
import type { Words } from '#platform/i18n/words.ts';

/** A child's age in months as people say it; before birth too. */
export const questionAge = (words: Words, months: number): string =>
  months < 0 ? words.t('providers:fact.unborn') : ageText(words, Math.max(1, months));
