import { inclusionGroupWord, inclusionWord } from '#directory/directory-words.ts';
import { moneyText } from '#entitlements/format-figure.ts';
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
  care: {
    met: 'asking:reason.careMet',
    unknown: 'asking:reason.careUnknown',
    unmet: 'asking:reason.careUnmet',
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
      return needText({ t, format }, reason);
    case 'care':
      return t(byFit.care[reason.fit], { thing: t(inclusionWord(reason.attribute)) });
    case 'way':
      return reason.miles === null
        ? t('asking:reason.wayUnknown')
        : t('asking:reason.way', { miles: format.number(Math.round(reason.miles * 10) / 10) });
    case 'budget':
      return budgetText({ t, format }, reason);
  }
}

type Speak = Pick<Words, 't' | 'format'>;

function needText(
  { t, format }: Speak,
  { fit, group, offered, of, missing = [] }: Extract<Reason, { readonly about: 'need' }>,
): string {
  const text = t(byFit.need[fit], { group: t(inclusionGroupWord(group)), offered, of });
  if (missing.length === 0) return text;
  const things = format.list(missing.map((key) => t(inclusionWord(key))));
  const key = fit === 'unmet' ? 'asking:reason.refused' : 'asking:reason.noAnswer';
  return `${text}. ${t(key, { things })}`;
}

function budgetText(
  { t, format }: Speak,
  { pence, overPence, after }: Extract<Reason, { readonly about: 'budget' }>,
): string {
  if (pence === null || overPence === null) return t('price:budget.unknown');
  const week = moneyText({ format }, pence);
  return overPence <= 0
    ? t(`price:budget.met.${after}`, { week })
    : t(`price:budget.over.${after}`, { week, over: moneyText({ format }, overPence) });
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
