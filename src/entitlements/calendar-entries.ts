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
    description: fillFigures(schemeTexts(words, scheme).how, words, reference, today).text,
    url,
  }));
