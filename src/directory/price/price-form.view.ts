import { saidHelps, saidHours } from '#entitlements/price/said-help.ts';
import { typedValue, type Typed } from '#platform/http/form.ts';
import type { Words } from '#platform/i18n/words.ts';
import { alsoTrue, spreads, weekdays } from './price.form.ts';

export type PriceFormView = ReturnType<typeof priceFormView>;
type Choice = { readonly value: string; readonly text: string; readonly hint?: { text: string } };

/** The questions of a sum, showing again what was typed; `places` may share the week. */
export function priceFormView(words: Words, typed: Typed, places: readonly Choice[]) {
  const { t, format } = words;
  const days = weekdays.map((value) => ({ value, text: format.weekday(Number(value)) }));
  const text = (name: string) => ({ name, value: typedValue(typed, name) });
  return {
    day: { items: days, values: typed['day'] ?? [] },
    times: [
      { ...text('from'), label: t('price:form.from') },
      { ...text('to'), label: t('price:form.to') },
    ],
    spread: {
      items: spreads.map((value) => ({ value, text: t(`price:spread.${value}`) })),
      value: typedValue(typed, 'spread'),
    },
    born: monthOf(words, typed, 'month', 'year'),
    start: monthOf(words, typed, 'startMonth', 'startYear'),
    hours: {
      items: saidHours.map((value) => ({
        value,
        text: t(`price:hours.${value}`),
      })),
      values: typed['hours'] ?? [],
    },
    help: {
      items: saidHelps.map((value) => ({ value, text: t(`price:help.${value}`) })),
      value: typedValue(typed, 'help'),
    },
    also: {
      items: alsoTrue.map((value) => ({ value, text: t(`price:also.${value}`) })),
      values: typed['also'] ?? [],
    },
    share:
      places.length < 2
        ? null
        : {
            places: [{ value: '', text: t('price:share.none') }, ...places],
            first: typedValue(typed, 'first'),
            second: typedValue(typed, 'second'),
            days: { items: days, values: typed['secondDay'] ?? [] },
            isOpen: typedValue(typed, 'first') !== '' || typedValue(typed, 'second') !== '',
          },
  };
}

const monthOf = ({ t }: Words, typed: Typed, month: string, year: string) => [
  { name: month, id: month, label: t('price:form.month'), value: typedValue(typed, month) },
  {
    name: year,
    id: year,
    label: t('price:form.year'),
    value: typedValue(typed, year),
    classes: 'govuk-input--width-4',
  },
];
