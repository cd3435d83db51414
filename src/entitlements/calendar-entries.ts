import type { Words } from '#platform/i18n/words.ts';
import type { CalendarEntry } from './calendar-file.ts';
import { fillFigures } from './fill-figures.ts';
import type { Reference } from './figures.ts';
import type { Moment } from './moments.ts';
import { schemeName, schemeTexts } from './scheme-words.ts';

/** Moments as entries of a calendar in one language; each leads back to `url`, the family's page. */
export const calendarEntries = (
  moments: readonly Moment[],
  words: Words,
  reference: Reference,
  today: string,
  url: string,
): readonly CalendarEntry[] =>
  moments.map(({ on, kind, entitlement: { scheme, child } }) => ({
    id: [scheme, child ?? 'family', kind, on].join('-'),
    on,
    title: words.t(`entitlements:moment.${kind}`, { name: schemeName(words, reference, scheme) }),
    description: howText(schemeTexts(words, scheme).how, words, reference, today),
    url,
  }));

/** How to ask for it; nothing when a figure that the text needs is not known today. */
function howText(how: string, words: Words, reference: Reference, today: string): string {
  const { text, missing } = fillFigures(how, words, reference, today);
  return missing.length === 0 ? text : '';
}
