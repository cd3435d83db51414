import type { Entitlement } from '#entitlements/entitlement.ts';
import { fillFigures } from '#entitlements/fill-figures.ts';
import { schemeName, schemeTexts } from '#entitlements/scheme-words.ts';
import type { SchemeKey } from '#entitlements/schemes.ts';
import type { Words } from '#platform/i18n/words.ts';
import type { OnDay } from './step-order.ts';

export type SchemeCard = {
  readonly key: SchemeKey;
  readonly name: string;
  /** What it gives; null when a figure in it is not in force. */
  readonly text: string | null;
  /** When it may begin for this child, and when to ask; empty when no month was said. */
  readonly dates: readonly string[];
  /** The rule, or a figure in the text, still has to be confirmed. */
  readonly isConfirmed: boolean;
};

/** Some kinds of help, with their dates where there is a timeline; what is over for it has none. */
export const schemeCards = (
  words: Words,
  keys: readonly SchemeKey[],
  timeline: readonly Entitlement[],
  on: OnDay,
): readonly SchemeCard[] =>
  keys.map((key) => {
    const line = timeline.find(({ scheme, verdict }) => scheme === key && verdict !== 'no');
    const what = fillFigures(schemeTexts(words, key).what, words, on.reference, on.today);
    return {
      key,
      name: schemeName(words, on.reference, key),
      text: what.missing.length > 0 ? null : what.text,
      dates: line ? datesOf(words, line, on.today) : [],
      isConfirmed: what.unconfirmed.length === 0 && (line?.isConfirmed ?? true),
    };
  });

function datesOf(words: Words, { from, apply, needsForm }: Entitlement, today: string) {
  const { t, format } = words;
  const begins =
    from === null || from <= today ? [] : [t('journey:scheme.from', { day: format.day(from) })];
  return [...begins, ...(needsForm ? askDates(words, apply, today) : [t('journey:scheme.noForm')])];
}

function askDates({ t, format }: Words, apply: Entitlement['apply'], today: string) {
  const by = apply?.by ?? null;
  if (by === null) return [];
  const from = apply?.from ?? null;
  return from === null || from <= today
    ? [t('journey:scheme.askBy', { day: format.day(by) })]
    : [t('journey:scheme.askBetween', { from: format.day(from), by: format.day(by) })];
}
