import { z } from 'zod';
import { month } from '#directory/find-fields.ts';
import { oneLine, parseTyped, type FieldProblem, type Typed } from '#platform/http/form.ts';
import type { WordKey } from '#platform/i18n/word-keys.ts';
import { addMonths } from '#entitlements/months.ts';

/** The furthest that a baby can be due, and the oldest child for whom there is a step, in months. */
const furthest = 10;
const oldest = 18 * 12;

export type JourneyQuery = {
  /** `YYYY-MM` of birth, or in which a baby is due; empty when not said or not understood. */
  readonly born: string;
  readonly near: string;
  readonly problems: readonly FieldProblem[];
};

const dobField = z.object({ dob: month });
const nearField = z.object({
  near: oneLine.pipe(
    z.string().max(200, { error: 'directory:find.near.unknown' satisfies WordKey }),
  ),
});

/** What the journey is asked with: `dob` as `/find` has it (month and year, or `YYYY-MM`), and `near`. */
export function journeyQuery(typed: Typed, today: string): JourneyQuery {
  const dob = parseTyped(dobField, typed);
  const near = parseTyped(nearField, typed);
  const born = dob.ok ? dob.value.dob : '';
  const wrong = rangeProblem(born, today.slice(0, 7));
  return {
    born: wrong === null ? born : '',
    near: near.ok ? near.value.near : '',
    problems: [
      ...(dob.ok ? [] : dob.problems),
      ...(wrong === null ? [] : [{ field: 'dob', key: wrong }]),
      ...(near.ok ? [] : near.problems),
    ],
  };
}

function rangeProblem(born: string, thisMonth: string): WordKey | null {
  if (born === '') return null;
  if (born > addMonths(thisMonth, furthest)) return 'journey:form.tooFar';
  return born < addMonths(thisMonth, -oldest) ? 'journey:form.tooOld' : null;
}
