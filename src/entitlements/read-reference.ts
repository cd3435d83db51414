import careToLearn from '#content/reference/entitlements/care-to-learn.json' with { type: 'json' };
import childcareGrant from '#content/reference/entitlements/childcare-grant.json' with { type: 'json' };
import deferredReception from '#content/reference/entitlements/deferred-reception.json' with { type: 'json' };
import disabilityAccessFund from '#content/reference/entitlements/disability-access-fund.json' with { type: 'json' };
import pupilPremium from '#content/reference/entitlements/early-years-pupil-premium.json' with { type: 'json' };
import healthyStart from '#content/reference/entitlements/healthy-start.json' with { type: 'json' };
import holidayActivities from '#content/reference/entitlements/holiday-activities.json' with { type: 'json' };
import learningAllowance from '#content/reference/entitlements/parents-learning-allowance.json' with { type: 'json' };
import senif from '#content/reference/entitlements/senif.json' with { type: 'json' };
import taxFreeChildcare from '#content/reference/entitlements/tax-free-childcare.json' with { type: 'json' };
import terms from '#content/reference/entitlements/terms.json' with { type: 'json' };
import twoYearOlds from '#content/reference/entitlements/two-year-olds.json' with { type: 'json' };
import universal from '#content/reference/entitlements/universal.json' with { type: 'json' };
import universalCredit from '#content/reference/entitlements/universal-credit.json' with { type: 'json' };
import workingParents from '#content/reference/entitlements/working-parents.json' with { type: 'json' };
import wraparound from '#content/reference/entitlements/wraparound.json' with { type: 'json' };
import { schemeFileSchema, type Reference } from './figures.ts';
import { schemeKeys, type SchemeKey } from './schemes.ts';
import { termsSchema } from './terms.ts';

const files = {
  'care-to-learn': careToLearn,
  'childcare-grant': childcareGrant,
  'deferred-reception': deferredReception,
  'disability-access-fund': disabilityAccessFund,
  'early-years-pupil-premium': pupilPremium,
  'healthy-start': healthyStart,
  'holiday-activities': holidayActivities,
  'parents-learning-allowance': learningAllowance,
  senif,
  'tax-free-childcare': taxFreeChildcare,
  'two-year-olds': twoYearOlds,
  universal,
  'universal-credit': universalCredit,
  'working-parents': workingParents,
  wraparound,
} satisfies Record<SchemeKey, unknown>;

/** Reads `content/reference/entitlements`; throws on a file that is not as it should be. */
export const readReference = (): Reference => ({
  schemes: new Map(schemeKeys.map((key) => [key, schemeFileSchema.parse(files[key])])),
  terms: termsSchema.parse(terms),
});
