import type { Words } from '#platform/i18n/words.ts';
import type { Figure } from './figures.ts';

/** Whole pounds without pence: £975, not £975.00. */
const wholePounds = /[.,]00(?!\d)/;

/** Pence as pounds, without pence where there are none. */
export const moneyText = ({ format }: Pick<Words, 'format'>, pence: number): string =>
  format.money(pence).replace(wholePounds, '');

/**
 * A figure as a text says it: £1,071.09, £975, 20%, `9 months`, `2 years` for 24 months. Hours,
 * weeks, days, years and counts are the number alone: the sentence says what it counts.
 */
export function formatFigure(
  words: Words,
  { value, unit }: Pick<Figure, 'value' | 'unit'>,
): string {
  const { t, format } = words;
  switch (unit) {
    case 'pence':
      return moneyText(words, value);
    case 'percent':
      return t('entitlements:unit.percent', { number: format.number(value) });
    case 'months':
      return value >= 24 && value % 12 === 0
        ? t('entitlements:unit.years', { count: value / 12 })
        : t('entitlements:unit.months', { count: value });
    case 'hours':
    case 'weeks':
    case 'years':
    case 'days':
    case 'count':
      return format.number(value);
  }
}
