import { showProblems, type FieldProblem } from '#platform/http/form.ts';
import type { Words } from '#platform/i18n/words.ts';
import { filterSections, type FilterFacts } from './filter-groups.view.ts';

export type FindForm = ReturnType<typeof findFormView>;

/** What the page carries along besides the search, without a field of its own. */
const carried = ['sort', 'map'];

/** The search form: what was typed, what is wrong with it, and all it can be narrowed by. */
export function findFormView(
  words: Words,
  problems: readonly FieldProblem[],
  facts: Omit<FilterFacts, 'wrong'>,
) {
  const { typed } = facts;
  const shown = showProblems(words, problems.map(atItsField));
  const whole = { ...facts, wrong: (field: string) => shown.of(field)?.text ?? null };
  return {
    problems: shown,
    sections: filterSections(words, whole),
    unsaid: typed['unsaid']?.includes('1') ?? false,
    carried: carried.flatMap((name) => {
      const [value = ''] = typed[name] ?? [];
      return value === '' ? [] : [{ name, value }];
    }),
  };
}

/** A birth and a due date are typed in the same place. */
const atItsField = (problem: FieldProblem): FieldProblem =>
  problem.field === 'due' ? { ...problem, field: 'dob' } : problem;
