import type { Words } from '#platform/i18n/words.ts';
import type { OpeningHours } from '#platform/settings/opening-hours.ts';

/** When the phone is answered, such as "Monday to Friday, 9am to 5pm". */
export function openingTimes(words: Words, { from, to, opens, closes }: OpeningHours): string {
  const values = {
    from: words.format.weekday(from),
    to: words.format.weekday(to),
    opens: timeOfDay(words.language.format, opens),
    closes: timeOfDay(words.language.format, closes),
  };
  return words.t(from === to ? 'site:help.oneDay' : 'site:help.days', values);
}

/** `09:00` → 9am, `17:30` → 5:30pm, as the language writes them. */
function timeOfDay(format: string, time: string): string {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  const written = new Intl.DateTimeFormat(format, {
    hour: 'numeric',
    ...(minute > 0 && { minute: '2-digit' }),
    hour12: true,
    timeZone: 'UTC',
  }).format(Date.UTC(2024, 0, 1, hour, minute));
  return written.replace(/\s(am|pm)$/, '$1');
}
