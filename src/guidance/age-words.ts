import type { Words } from '#platform/i18n/words.ts';

/** "From pregnancy to 18 years": ages in months, both included; before the birth they are negative. */
export const agesInWords = (words: Words, [from, to]: readonly [number, number]): string =>
  words.t('guidance:age.range', { from: ageInWords(words, from), to: ageInWords(words, to) });

/** 215 months are the last before 18 years, so the end is said as the birthday it comes up to. */
function ageInWords({ t }: Words, months: number): string {
  if (months < 0) return t('guidance:age.pregnancy');
  if (months === 0) return t('guidance:age.birth');
  if (months < 12) return t('guidance:age.months', { count: months });
  return t('guidance:age.years', { count: Math.floor((months + 1) / 12) });
}
