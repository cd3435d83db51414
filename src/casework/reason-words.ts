import { inclusionGroupWord } from '#directory/directory-words.ts';
import type { Words } from '#platform/i18n/words.ts';
import type { Fit, Reason } from './match.ts';

const byFit = {
  age: {
    met: 'casework:case.reason.ageMet',
    unknown: 'casework:case.reason.ageUnknown',
    unmet: 'casework:case.reason.ageUnmet',
  },
  vacancy: {
    met: 'casework:case.reason.vacancyMet',
    unknown: 'casework:case.reason.vacancyUnknown',
    unmet: 'casework:case.reason.vacancyUnmet',
  },
  need: {
    met: 'casework:case.reason.needMet',
    unknown: 'casework:case.reason.needUnknown',
    unmet: 'casework:case.reason.needUnmet',
  },
} as const satisfies Record<string, Record<Fit, string>>;

/** One reason for or against a place, in words a broker can read out. */
export function reasonText({ t, format }: Words, reason: Reason): string {
  switch (reason.about) {
    case 'distance':
      return distanceText({ t, format }, reason);
    case 'hours':
      if (reason.wanted === 0) return t('casework:case.reason.hoursNotSure');
      return reason.fit === 'unknown'
        ? t('casework:case.reason.hoursUnknown')
        : t('casework:case.reason.hours', {
            covered: format.number(reason.covered),
            wanted: format.number(reason.wanted),
          });
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
  if (miles === null) return t('casework:case.reason.distanceUnknown');
  return t(approximate ? 'casework:case.reason.distanceAbout' : 'casework:case.reason.distance', {
    miles: format.number(Math.round(miles * 10) / 10),
  });
}
