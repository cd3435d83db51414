/**
 * Every expected way in which a request can fail. `platform/http/problem-answers.ts` gives each its
 * HTTP status and its words; adding a problem here fails to compile until it has both.
 */
export const problems = [
  'not-found',
  'not-allowed',
  'sign-in-needed',
  'foreign-origin',
  'too-large',
  'bad-address',
  'link-unknown',
  'link-used',
  'link-expired',
  'stale-version',
  'already-claimed',
  'not-in-this-state',
  'answer-incomplete',
  'draft-gone',
  'too-many-requests',
  'on-hold',
  'read-only',
  'unexpected',
] as const;
export type Problem = (typeof problems)[number];

export const isProblem = (text: string | undefined): text is Problem =>
  problems.some((problem) => problem === text);
