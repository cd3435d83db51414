import type { Ctx } from '#platform/context.ts';
import { showProblems, type FieldProblem } from '#platform/http/form.ts';
import { parseNewPassword } from './account.form.ts';
import { changePassword } from './change-password.ts';
import { findStaffSession } from './find-staff-session.ts';
import { placeFor } from './next-place.ts';
import { proofRefusal } from './proof-refusal.ts';
import { goTo, show } from './screen.ts';

/** The page for a new password; `form` is null until it has been sent. */
export async function changePasswordPage(
  ctx: Ctx,
  cookieHeader: string | null,
  form: FormData | null,
) {
  const session = await findStaffSession(ctx, cookieHeader);
  if (session?.stage !== 'in') return goTo(placeFor(session));
  const { email } = session.account;
  const ask = (problems: readonly FieldProblem[], status: number) =>
    show({ email, errors: showProblems(ctx.words, problems), status });
  if (form === null) return ask([], 200);
  const parsed = parseNewPassword(ctx, session.account, form);
  if (!parsed.ok) return ask(parsed.problems, 422);
  const changed = await changePassword(ctx, session, parsed.value);
  if (changed.ok) return goTo('/staff/account?done=password');
  return ask(...proofRefusal(changed.problem));
}
