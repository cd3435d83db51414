import type { Ctx } from '#platform/context.ts';
import { showProblems, type FieldProblem } from '#platform/http/form.ts';
import { parseProof } from './account.form.ts';
import { findStaffSession } from './find-staff-session.ts';
import { renewRecoveryCodes } from './make-recovery-codes.ts';
import { placeFor } from './next-place.ts';
import { proofRefusal } from './proof-refusal.ts';
import { goTo, show } from './screen.ts';

/** The page for new recovery codes, which are shown in the answer to its form and never again. */
export async function renewCodesPage(ctx: Ctx, cookieHeader: string | null, form: FormData | null) {
  const session = await findStaffSession(ctx, cookieHeader);
  if (session?.stage !== 'in') return goTo(placeFor(session));
  const { email } = session.account;
  const ask = (problems: readonly FieldProblem[], status: number) =>
    show({ email, codes: null, errors: showProblems(ctx.words, problems), status });
  if (form === null) return ask([], 200);
  const parsed = parseProof(form);
  if (!parsed.ok) return ask(parsed.problems, 422);
  const made = await renewRecoveryCodes(ctx, session, parsed.value);
  if (!made.ok) return ask(...proofRefusal(made.problem));
  return show({ email, codes: made.value, errors: showProblems(ctx.words, []), status: 200 });
}
