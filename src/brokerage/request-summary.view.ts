import { londonDay } from '#platform/calendar/london-time.ts';
import type { App } from '#platform/context.ts';
import type { Words } from '#platform/i18n/words.ts';
import { familyRows } from './family-rows.ts';
import type { TrackedRequest } from './track-request.ts';

type Told = Pick<TrackedRequest, 'subject' | 'offers' | 'asked'>;

/**
 * One page that a family owns, to show to whom it likes instead of telling it all again: what it told
 * us, and which places were asked. In `words`' language; nothing that staff wrote for each other,
 * and no phone number, which others must not use without the rules for calling it.
 */
export function requestSummary(
  { clock, settings }: Pick<App, 'clock' | 'settings'>,
  words: Words,
  { subject, offers, asked }: Told,
) {
  const { t, format, language } = words;
  const today = londonDay(clock.now());
  const { name, phone } = settings.council;
  const places = [
    ...offers.map(({ detail }) => detail.providerName),
    ...asked.map(({ providerName }) => providerName),
  ];
  return {
    ...{ lang: language.code, dir: language.dir },
    title: t('caseFile:summary.title'),
    about: t('caseFile:summary.about', { reference: subject.reference, day: format.day(today) }),
    yours: t('caseFile:summary.yours'),
    parts: familyRows(words, subject.family, today).map(({ title, rows }) => ({
      title,
      rows: rows
        .filter(({ label }) => label !== 'brokerage:check.row.phone')
        .map(({ label, text }) => ({ key: t(label), text })),
    })),
    places:
      places.length === 0
        ? null
        : { title: t('caseFile:summary.places'), names: [...new Set(places)] },
    from: t('caseFile:summary.from', { council: name, phone }),
  };
}
