import { dayParts, partsOn, weekdays, hoursOf } from '#brokerage/week.ts';
import type { Family } from '#brokerage/family.ts';
import type { Words } from '#platform/i18n/words.ts';

/** The week that the family wants, as a table; null when it named no times. */
export function weekView({ t }: Words, { times }: Pick<Family, 'times'>) {
  if (times.slots.length === 0) return null;
  return {
    caption: t('caseFile:week.caption', { count: Math.round(hoursOf(times.slots)) }),
    parts: dayParts.map((part) => t(`brokerage:part.${part}`)),
    rows: weekdays.map((day) => ({
      day: t(`brokerage:day.${day}`),
      cells: dayParts.map((part) => {
        const isWanted = partsOn(times.slots, day).includes(part);
        return { isWanted, text: t(isWanted ? 'caseFile:week.wanted' : 'caseFile:week.free') };
      }),
    })),
  };
}
