import type { Words } from '#platform/i18n/words.ts';
import type { Reference } from './figures.ts';
import type { SchemeKey } from './schemes.ts';

/** A scheme's key in `entitlements:what` and `entitlements:how`. */
export const schemeWord = {
  universal: 'universal',
  'two-year-olds': 'twoYearOlds',
  'working-parents': 'workingParents',
  'deferred-reception': 'deferredReception',
  'tax-free-childcare': 'taxFreeChildcare',
  'universal-credit': 'universalCredit',
  'childcare-grant': 'childcareGrant',
  'parents-learning-allowance': 'parentsLearningAllowance',
  'care-to-learn': 'careToLearn',
  'disability-access-fund': 'disabilityAccessFund',
  'early-years-pupil-premium': 'earlyYearsPupilPremium',
  senif: 'senif',
  'healthy-start': 'healthyStart',
  'holiday-activities': 'holidayActivities',
  wraparound: 'wraparound',
} as const satisfies Record<SchemeKey, string>;

/** What a scheme is called in this language. */
export function schemeName(words: Words, reference: Reference, key: SchemeKey): string {
  const file = reference.schemes.get(key);
  return file ? words.name(file.names) : key;
}

/** What a scheme gives, and how to ask for it, with figures still to be filled in. */
export const schemeTexts = ({ t }: Words, key: SchemeKey) => ({
  what: t(`entitlements:what.${schemeWord[key]}`),
  how: t(`entitlements:how.${schemeWord[key]}`),
});
