import type { ReasonCode } from '#brokerage/provider-answer.ts';
import type { WordKey } from '#platform/i18n/word-keys.ts';

/** The words of each reason for a refusal, the same for providers and brokers. */
export const refusalWords = {
  full: 'providers:form.reason.full',
  'age-group-full': 'providers:form.reason.ageGroupFull',
  'hours-not-offered': 'providers:form.reason.hoursNotOffered',
  cost: 'providers:form.reason.cost',
  staffing: 'providers:form.reason.staffing',
  training: 'providers:form.reason.training',
  access: 'providers:form.reason.access',
  equipment: 'providers:form.reason.equipment',
  'funding-awaited': 'providers:form.reason.fundingAwaited',
  'fewer-hours': 'providers:form.reason.fewerHours',
  other: 'providers:form.reason.other',
} as const satisfies Record<ReasonCode, WordKey>;
