import { addMonths, firstDayOf } from '#entitlements/months.ts';
import { neededFigure, type Reference } from '#entitlements/figures.ts';
import { receptionStart } from '#entitlements/terms.ts';
import type { JourneyStep, Mark } from './turns.ts';

/** When a step is due, from a month on and before another, `YYYY-MM`. */
export type DatedStep = {
  readonly step: JourneyStep;
  readonly from: string;
  readonly before: string;
};

export type StepOrder = {
  readonly now: readonly DatedStep[];
  /** Those that come first after today. */
  readonly next: readonly DatedStep[];
  readonly later: readonly DatedStep[];
  /** Those that may come at any time. */
  readonly anytime: readonly JourneyStep[];
};

/** The day, London's, and the law of that day. */
export type OnDay = { readonly today: string; readonly reference: Reference };

/**
 * The steps for a child born, or due, in a month (`YYYY-MM`): what is due now, next and later. A step
 * is due from the first day of its first month; what is over is left out.
 */
export function stepOrder(
  steps: readonly JourneyStep[],
  born: string,
  { today, reference }: OnDay,
): StepOrder {
  const month = today.slice(0, 7);
  const dated = steps
    .flatMap((step) => datesOf(step, born, { today, reference }))
    .sort((one, other) => one.from.localeCompare(other.from));
  const ahead = dated.filter(({ from }) => from > month);
  const soonest = ahead[0]?.from;
  return {
    now: dated.filter(({ from, before }) => from <= month && month < before),
    next: ahead.filter(({ from }) => from === soonest),
    later: ahead.filter(({ from }) => from !== soonest),
    anytime: steps.filter(({ from }) => from === null),
  };
}

/** The months of one step; none for what may come at any time. */
export const datesOf = (step: JourneyStep, born: string, on: OnDay): readonly DatedStep[] =>
  step.from === null || step.to === null
    ? []
    : [{ step, from: monthOf(step.from, born, on), before: monthOf(step.to, born, on) }];

function monthOf(mark: Mark, born: string, { today, reference }: OnDay): string {
  if ('reception' in mark) {
    const start = receptionStart(reference.terms, firstDayOf(born));
    return addMonths(start.slice(0, 7), mark.months);
  }
  const age = 'figure' in mark ? neededFigure(reference, mark.figure, today) : 0;
  return addMonths(born, age + mark.months);
}
