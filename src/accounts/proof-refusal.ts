import type { FieldProblem } from '#platform/http/form.ts';

/** What is said when a password and code are refused, and the status it is said with. */
export const proofRefusal = (
  problem: 'not-allowed' | 'too-many-requests',
): [readonly FieldProblem[], number] =>
  problem === 'not-allowed'
    ? [[{ field: 'current', key: 'accounts:account.proofRefused' }], 422]
    : [[{ field: 'current', key: 'accounts:signIn.wait' }], 429];
