import { showProblems, typedValue, type FieldProblem, type Typed } from '#platform/http/form.ts';
import type { Words } from '#platform/i18n/words.ts';

export type JourneyForm = ReturnType<typeof journeyForm>;

/** The form that makes the journey a family's own: what was typed, and what is wrong with it. */
export const journeyForm = (words: Words, typed: Typed, problems: readonly FieldProblem[]) => ({
  ...monthAndYear(typed['dob'] ?? []),
  near: typedValue(typed, 'near'),
  problems: showProblems(words, problems),
});

/** An address may hold the month and the year in one, as `2027-03`. */
function monthAndYear(typed: readonly string[]): { readonly month: string; readonly year: string } {
  const [first = '', second] = typed;
  const [, year, month] = /^(\d{4})-0?(\d{1,2})$/.exec(first.trim()) ?? [];
  return second === undefined && year !== undefined && month !== undefined
    ? { month, year }
    : { month: first, year: second ?? '' };
}
