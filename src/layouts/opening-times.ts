import type { Words } from '#platform/i18n/words.ts';
import type { OpeningHours } from '#platform/settings/opening-hours.ts';

/** When the phone is answered, such as "Monday to Friday, 9am to 5pm". */
export function openingTimes(words: Words, { from, to, opens, closes }: OpeningHours): string {
  const values = {
    from: words.format.weekday(from),
    to: words.format.weekday(to),
    opens: words.format.time(opens),
    closes: words.format.time(closes),
  };
  return words.t(from === to ? 'site:help.oneDay' : 'site:help.days', values);
}
