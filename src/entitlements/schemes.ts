/** Every kind of help that the rules know; the order is that of the files and of the words. */
export const schemeKeys = [
  'universal',
  'two-year-olds',
  'working-parents',
  'deferred-reception',
  'tax-free-childcare',
  'universal-credit',
  'childcare-grant',
  'parents-learning-allowance',
  'care-to-learn',
  'disability-access-fund',
  'early-years-pupil-premium',
  'senif',
  'healthy-start',
  'holiday-activities',
  'wraparound',
] as const;
export type SchemeKey = (typeof schemeKeys)[number];

/** Schemes that pay for hours at a childcare place. */
export const fundedHourSchemes = [
  'universal',
  'two-year-olds',
  'working-parents',
  'deferred-reception',
] as const satisfies readonly SchemeKey[];

/** A family may have one of each pair for the same child, never both. */
export const exclusivePairs: readonly (readonly [SchemeKey, SchemeKey])[] = [
  ['tax-free-childcare', 'universal-credit'],
  ['tax-free-childcare', 'childcare-grant'],
  ['universal-credit', 'childcare-grant'],
];

export const isSchemeKey = (text: string): text is SchemeKey =>
  schemeKeys.some((key) => key === text);
