import type { Words } from '#platform/i18n/words.ts';
import type { Pricing } from './price-for.ts';
import type { PriceWanted } from './price.form.ts';

/** The week that a sum was made for, and what is not in it yet. */
export function pricedForView(
  { t, format }: Words,
  { week }: Pick<PriceWanted, 'week'>,
  { on, hours, hoursFrom }: Pick<Pricing, 'on' | 'hours' | 'hoursFrom'>,
) {
  const [first] = week.days;
  return {
    week: t('price:pricedFor.week', {
      days: format.list(week.days.map(({ day }) => format.weekday(day))),
      from: first ? format.time(first.from) : '',
      to: first ? format.time(first.to) : '',
      spread: t(`price:pricedFor.${week.spread}`),
      day: format.day(on),
    }),
    later:
      hoursFrom === null
        ? null
        : t(hours === 0 ? 'price:pricedFor.hoursLater' : 'price:pricedFor.hoursChange', {
            day: format.day(hoursFrom),
          }),
  };
}
