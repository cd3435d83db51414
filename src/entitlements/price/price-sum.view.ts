import type { Words } from '#platform/i18n/words.ts';
import { moneyText } from '../format-figure.ts';
import type { Amounts, PriceLine } from './price-lines.ts';
import type { Price } from './price-of.ts';

export type PriceSumView = ReturnType<typeof priceSumView>;

/** Every line of a sum, in words; `places` are the names of the places that share the week. */
export function priceSumView(words: Words, price: Price, places: readonly string[]) {
  const { t } = words;
  const isShared = places.length > 1;
  return {
    week: t('price:sum.aWeek', { money: moneyText(words, price.total.week) }),
    monthAndYear: t('price:sum.monthAndYear', {
      month: moneyText(words, price.total.month),
      year: moneyText(words, price.total.year),
    }),
    gross: t('price:sum.gross', { money: moneyText(words, price.gross.week) }),
    rows: price.lines.map((line) => ({
      label: t(`entitlements:line.${line.code}`),
      place: isShared && line.place !== null ? (places[line.place] ?? null) : null,
      detail: detailOf(words, line),
      ...cells(words, line),
    })),
    total: { label: t('entitlements:line.total'), ...cells(words, price.total) },
    hours: price.hours.flatMap((use, place) =>
      use.perYear === 0 ? [] : [hoursText(words, use, isShared ? (places[place] ?? null) : null)],
    ),
    bills: price.bills.flatMap((bill, place) =>
      billText(words, bill, isShared ? (places[place] ?? null) : null),
    ),
    assumptions: price.assumptions.map((assumption) => t(`entitlements:assumes.${assumption}`)),
  };
}

const cells = (words: Words, { week, month, year }: Amounts) => ({
  week: amountText(words, week),
  month: amountText(words, month),
  year: amountText(words, year),
});

/** What is taken off has a minus sign of its own width, not a hyphen. */
const amountText = (words: Words, pence: number): string =>
  pence < 0 ? `−${moneyText(words, -pence)}` : moneyText(words, pence);

const rounded = ({ format }: Words, hours: number): string =>
  format.number(Math.round(hours * 10) / 10);

/** What is counted: `3 × £62 a day`; hours used on lines of funded hours. */
function detailOf(words: Words, { charge, hours }: PriceLine): string | null {
  const { t, format } = words;
  if (charge !== null) {
    return t('price:sum.charge', {
      quantity: format.number(Math.round(charge.quantity * 100) / 100),
      money: moneyText(words, charge.each),
      unit: t(`price:unit.${charge.unit}`),
    });
  }
  return hours === null
    ? null
    : t('price:sum.hoursOff', { week: rounded(words, hours.perTermWeek) });
}

function hoursText(words: Words, use: Price['hours'][number], place: string | null): string {
  const text = words.t(
    use.perHolidayWeek > 0 ? 'price:sum.hoursAllYear' : 'price:sum.hoursInTerm',
    {
      week: rounded(words, use.perTermWeek),
      year: rounded(words, use.perYear),
    },
  );
  return place === null ? text : words.t('price:sum.at', { place, text });
}

/** What a place asks before help with costs, where a week in holidays differs from one in term. */
function billText(
  words: Words,
  { termWeek, holidayWeek }: Price['bills'][number],
  place: string | null,
): readonly string[] {
  if (holidayWeek === null || holidayWeek === termWeek) return [];
  const text = words.t('price:sum.bills', {
    term: moneyText(words, termWeek),
    holiday: moneyText(words, holidayWeek),
  });
  return [place === null ? text : words.t('price:sum.at', { place, text })];
}
