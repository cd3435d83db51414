import type { Words } from '#platform/i18n/words.ts';
import type { OpeningHours } from '#platform/settings/opening-hours.ts';

/** Said at the foot of every page, so each language finds its words for the same hours once. */
const said = new WeakMap<OpeningHours, WeakMap<Words, string>>();

/** When the phone is answered, such as "Monday to Friday, 9am to 5pm". */
export function openingTimes(words: Words, hours: OpeningHours): string {
  const known = said.get(hours) ?? new WeakMap<Words, string>();
  said.set(hours, known);
  const text = known.get(words) ?? sayHours(words, hours);
  known.set(words, text);
  return text;
}

function sayHours(words: Words, { from, to, opens, closes }: OpeningHours): string {
  const values = {
    from: words.format.weekday(from),
    to: words.format.weekday(to),
    opens: words.format.time(opens),
    closes: words.format.time(closes),
  };
  return words.t(from === to ? 'site:help.oneDay' : 'site:help.days', values);
}
