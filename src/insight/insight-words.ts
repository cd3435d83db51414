import type { AgeBand } from '#brokerage/demand.ts';
import type { WordKey } from '#platform/i18n/word-keys.ts';
import type { Words } from '#platform/i18n/words.ts';
import { inclusionGroupWord } from '#directory/directory-words.ts';
import type { Told } from './suppression.ts';
import type { NeedClass } from './unmet.ts';

export const bandWords = {
  unborn: 'insight:band.unborn',
  '0-1': 'insight:band.baby',
  '2': 'insight:band.two',
  '3-4': 'insight:band.three',
  '5-7': 'insight:band.five',
  '8-11': 'insight:band.eight',
  '12-19': 'insight:band.twelve',
} as const satisfies Record<AgeBand, WordKey>;

export const ageWords = [
  'insight:age.upTo2',
  'insight:age.upTo5',
  'insight:age.upTo10',
  'insight:age.upTo20',
  'insight:age.more',
] as const satisfies readonly WordKey[];

export function needText({ t }: Words, need: NeedClass): string {
  if (need === 'none' || need === 'several') return t(`insight:need.${need}`);
  return t(inclusionGroupWord(need));
}

export function toldText({ t, format }: Words, told: Told): string {
  return typeof told === 'number' ? format.number(told) : t(`insight:told.${told}`);
}
