import { typedValue, type FieldProblem, type Typed } from '#platform/http/form.ts';
import { addMonths } from '../months.ts';
import {
  adultsOf,
  childIds,
  childrenOf,
  choices,
  isSeveral,
  mayEarn,
  type QuestionKey,
} from './questions.ts';
import { bornFrom, dayFrom } from './typed-days.ts';

const monthsAhead = 12;
const monthsBack = 239;

/** What is wrong with the answer to one question; nothing when the next may be asked. */
export function problemsOf(key: QuestionKey, typed: Typed, today: string): readonly FieldProblem[] {
  switch (key) {
    case 'children':
      return childProblems(typed, today);
    case 'needs':
    case 'care':
      return bornIds(typed, today).flatMap((id) => choiceProblems(key, `${key}-${id}`, typed));
    case 'adults':
    case 'credit':
    case 'funds':
      return choiceProblems(key, key, typed);
    case 'work':
      return adultsOf(typed).flatMap((adult) => [
        ...choiceProblems(key, `work-${adult}`, typed),
        ...dayProblems(`starts-${adult}`, typed),
      ]);
    case 'earn':
      return adultsOf(typed)
        .filter((adult) => mayEarn(typed, adult))
        .flatMap((adult) => choiceProblems(key, `earn-${adult}`, typed));
    case 'study':
      return adultsOf(typed).flatMap((adult) => choiceProblems(key, `study-${adult}`, typed));
    case 'use':
      return [...choiceProblems(key, key, typed), ...dayProblems('stopped', typed)];
  }
}

const bornIds = (typed: Typed, today: string) =>
  childrenOf(typed, today).flatMap(({ id, isDue }) => (isDue ? [] : [id]));

function childProblems(typed: Typed, today: string): readonly FieldProblem[] {
  const thisMonth = today.slice(0, 7);
  const found = childIds.flatMap((id): readonly FieldProblem[] => {
    const born = bornFrom(typed, id);
    const field = `month-${id}`;
    if (born === false) return [{ field, key: 'checker:wrong.month' }];
    if (born === null) return [];
    if (born > addMonths(thisMonth, monthsAhead)) return [{ field, key: 'checker:wrong.tooFar' }];
    return born < addMonths(thisMonth, -monthsBack) ? [{ field, key: 'checker:wrong.tooOld' }] : [];
  });
  const isEmpty = childIds.every((id) => bornFrom(typed, id) === null);
  return isEmpty ? [{ field: 'month-a', key: 'checker:wrong.noChild' }] : found;
}

/** What is wrong with the month of a baby that is due: the short way in. */
export function dueProblems(typed: Typed, today: string): readonly FieldProblem[] {
  const found = problemsOf('children', typed, today);
  const born = bornFrom(typed, 'a');
  return found.length === 0 && born !== null && born < today.slice(0, 7)
    ? [{ field: 'month-a', key: 'checker:wrong.due' }]
    : found;
}

function choiceProblems(
  key: Exclude<QuestionKey, 'children'>,
  field: string,
  typed: Typed,
): readonly FieldProblem[] {
  const none = isSeveral(key) ? ['none'] : [];
  const known: readonly string[] = [...choices[key], ...none, 'not-sure'];
  const values = typed[field] ?? [typedValue(typed, field)];
  return values.length > 0 && values.every((value) => known.includes(value))
    ? []
    : [{ field, key: 'checker:wrong.choose' }];
}

const dayProblems = (name: string, typed: Typed): readonly FieldProblem[] =>
  dayFrom(typed, name) === false ? [{ field: `${name}-day`, key: 'checker:wrong.day' }] : [];
