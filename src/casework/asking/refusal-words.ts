import type { ReasonCode } from '#brokerage/provider-answer.ts';
import type { WordKey } from '#platform/i18n/word-keys.ts';

/** The words of each reason for a refusal, the same for providers and brokers. */
export const refusalWords = {
  full: 'providers:form.reason.full',
  'age-group-full': 'providers:form.reason.ageGroupFull',
  'hours-not-offered': 'providers:form.reason.hoursNotOffered',
  'fewer-hours': 'providers:form.reason.fewerHours',
  'no-funded-only': 'providers:form.reason.noFundedOnly',
  cost: 'providers:form.reason.cost',
  'extra-charge': 'providers:form.reason.extraCharge',
  staffing: 'providers:form.reason.staffing',
  training: 'providers:form.reason.training',
  'medical-training': 'providers:form.reason.medicalTraining',
  access: 'providers:form.reason.access',
  equipment: 'providers:form.reason.equipment',
  'funding-awaited': 'providers:form.reason.fundingAwaited',
  transport: 'providers:form.reason.transport',
  other: 'providers:form.reason.other',
  discouraged: 'providers:form.reason.discouraged',
  'no-reply': 'providers:form.reason.noReply',
  'family-declined': 'providers:form.reason.familyDeclined',
} as const satisfies Record<ReasonCode, WordKey>;
