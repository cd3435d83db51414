import { showProblems, type FieldProblem } from '#platform/http/form.ts';
import type { WordKey } from '#platform/i18n/word-keys.ts';
import type { Words } from '#platform/i18n/words.ts';

type Asked =
  | { readonly state: 'fresh' | 'too-late' }
  | { readonly state: 'sign-in-needed' | 'too-many-requests'; readonly email: string }
  | { readonly state: 'unfit'; readonly email: string; readonly problems: readonly FieldProblem[] };

/** What is said about a try that did not succeed; whatever was wrong, it says the same. */
const refusals = {
  'too-late': 'accounts:signIn.tooLate',
  'sign-in-needed': 'accounts:signIn.refused',
  'too-many-requests': 'accounts:signIn.wait',
} as const satisfies Record<string, WordKey>;

const statuses = {
  fresh: 200,
  'too-late': 200,
  unfit: 422,
  'sign-in-needed': 422,
  'too-many-requests': 429,
} as const satisfies Record<Asked['state'], number>;

/** The page for the e-mail address and password. The password is never shown again. */
export function signInView(words: Words, asked: Asked) {
  const errors = showProblems(words, problemsOf(asked));
  return { errors, status: statuses[asked.state], email: 'email' in asked ? asked.email : '' };
}

function problemsOf(asked: Asked): readonly FieldProblem[] {
  if (asked.state === 'unfit') return asked.problems;
  return asked.state === 'fresh' ? [] : [{ field: 'email', key: refusals[asked.state] }];
}
