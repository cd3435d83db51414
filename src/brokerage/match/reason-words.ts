import { inclusionGroupWord } from '#directory/directory-words.ts';
import type { Words } from '#platform/i18n/words.ts';
import type { Fit, Reason } from './match.ts';

const byFit = {
  kind: {
    met: 'brokerage:reason.kindMet',
    unknown: 'brokerage:reason.kindUnmet',
    unmet: 'brokerage:reason.kindUnmet',
  },
  age: {
    met: 'brokerage:reason.ageMet',
    unknown: 'brokerage:reason.ageUnknown',
    unmet: 'brokerage:reason.ageUnmet',
  },
  vacancy: {
    met: 'brokerage:reason.vacancyMet',
    unknown: 'brokerage:reason.vacancyUnknown',
    unmet: 'brokerage:reason.vacancyUnmet',
  },
  need: {
    met: 'brokerage:reason.needMet',
    unknown: 'brokerage:reason.needUnknown',
    unmet: 'brokerage:reason.needUnmet',
  },
} as const satisfies Record<string, Record<Fit, string>>;

/** One reason for or against a place, in words that can be read out. */
export function reasonText({ t, format }: Words, reason: Reason): string {
  switch (reason.about) {
    case 'distance':
      return distanceText({ t, format }, reason);
    case 'hours':
      if (reason.wanted === 0) return t('brokerage:reason.hoursNotSure');
      return reason.fit === 'unknown'
        ? t('brokerage:reason.hoursUnknown')
        : t('brokerage:reason.hours', {
            covered: format.number(reason.covered),
            wanted: format.number(reason.wanted),
          });
    case 'kind':
    case 'age':
    case 'vacancy':
      return t(byFit[reason.about][reason.fit]);
    case 'need':
      return t(byFit.need[reason.fit], {
        group: t(inclusionGroupWord(reason.group)),
        offered: reason.offered,
        of: reason.of,
      });
  }
}

function distanceText(
  { t, format }: Pick<Words, 't' | 'format'>,
  { miles, approximate }: Extract<Reason, { readonly about: 'distance' }>,
): string {
  if (miles === null) return t('brokerage:reason.distanceUnknown');
  return t(approximate ? 'brokerage:reason.distanceAbout' : 'brokerage:reason.distance', {
    miles: format.number(Math.round(miles * 10) / 10),
  });
}
