import { showProblems, type FieldProblem } from '#platform/http/form.ts';
import type { Words } from '#platform/i18n/words.ts';
import type { TypedCode } from './enter-code.ts';

const fields = { app: 'code', recovery: 'recovery' } as const;
const wrong = { app: 'accounts:code.refused', recovery: 'accounts:code.recoveryRefused' } as const;

/** What is said when a code is refused: at its own field. */
export const codeRefusals = (
  kind: TypedCode['kind'],
  problem: 'not-allowed' | 'too-many-requests',
): readonly FieldProblem[] => [
  { field: fields[kind], key: problem === 'not-allowed' ? wrong[kind] : 'accounts:signIn.wait' },
];

/** The page for the code: the form that has a problem is open. */
export function codeView(words: Words, problems: readonly FieldProblem[]) {
  const recoveryOpen = problems.some(({ field }) => field === fields.recovery);
  return { errors: showProblems(words, problems), recoveryOpen };
}
