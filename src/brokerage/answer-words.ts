import type { WordKey } from '#platform/i18n/word-keys.ts';
import type { ChangeKind, Wait } from './provider-answer.ts';

/** The words of what a provider would need, and of how long its waiting list is. */
export const changeWords = {
  adjustment: 'providers:form.change.adjustment',
  training: 'providers:form.change.training',
  equipment: 'providers:form.change.equipment',
  funding: 'providers:form.change.funding',
} as const satisfies Record<ChangeKind, WordKey>;

export const waitWords = {
  month: 'providers:form.wait.month',
  'three-months': 'providers:form.wait.threeMonths',
  'six-months': 'providers:form.wait.sixMonths',
  longer: 'providers:form.wait.longer',
  'not-sure': 'providers:form.wait.notSure',
} as const satisfies Record<Wait, WordKey>;
