import type { WordKey } from '#platform/i18n/word-keys.ts';
import type { VacancyBand } from './learned-facts.ts';

/** The words of the ages for which places are free. */
export const bandWords = {
  '0-1': 'providers:form.facts.band.baby',
  '2': 'providers:form.facts.band.two',
  '3-4': 'providers:form.facts.band.three',
  '5-7': 'providers:form.facts.band.five',
  '8-11': 'providers:form.facts.band.eight',
  '12-19': 'providers:form.facts.band.twelve',
} as const satisfies Record<VacancyBand, WordKey>;
