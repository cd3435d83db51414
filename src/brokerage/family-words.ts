import type { WordKey } from '#platform/i18n/word-keys.ts';
import type { Words } from '#platform/i18n/words.ts';
import type { Family, Sharing } from './family.ts';
import { daysOf, partsOn } from './week.ts';

export const relationWords = {
  parent: 'brokerage:about.relation.parent',
  expecting: 'brokerage:about.relation.expecting',
  carer: 'brokerage:about.relation.carer',
  professional: 'brokerage:about.relation.professional',
} as const satisfies Record<Family['about']['relation'], WordKey>;

export const sharingWords = {
  all: 'brokerage:sharing.share.all',
  'times-only': 'brokerage:sharing.share.timesOnly',
  'ask-first': 'brokerage:sharing.share.askFirst',
} as const satisfies Record<Sharing, WordKey>;

/** The week that was asked for, a day to a line. */
export function timesText(
  { t, format }: Words,
  times: Pick<Family['times'], 'slots' | 'notSure'>,
): string {
  const lines = daysOf(times.slots).map((day) => {
    const parts = partsOn(times.slots, day).map((part) => t(`brokerage:part.${part}`));
    return `${t(`brokerage:day.${day}`)}: ${format.list(parts)}`;
  });
  return [...lines, ...(times.notSure ? [t('brokerage:times.notSure')] : [])].join('\n');
}
