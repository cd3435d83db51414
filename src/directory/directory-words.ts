import type { WordKey } from '#platform/i18n/word-keys.ts';
import type { InclusionAnswer } from './inclusion.ts';
import type { InclusionGroup, InclusionKey } from './inclusion-vocabulary.ts';
import type { Premises } from './provider.ts';

/** The word key of each value families read. */
export const premisesWords = {
  'non-domestic': 'directory:premises.nonDomestic',
  domestic: 'directory:premises.domestic',
  home: 'directory:premises.home',
} as const satisfies Record<Premises, WordKey>;

export const answerWords = {
  yes: 'directory:answer.yes',
  'with-notice': 'directory:answer.withNotice',
  no: 'directory:answer.no',
  'not-said': 'directory:answer.notSaid',
} as const satisfies Record<InclusionAnswer, WordKey>;

export const inclusionGroupWord = (group: InclusionGroup): WordKey =>
  `directory:inclusionGroup.${group}`;
export const inclusionWord = (key: InclusionKey): WordKey => `directory:inclusion.${key}.label`;
