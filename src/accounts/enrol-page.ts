import type { Ctx } from '#platform/context.ts';
import { showProblems, type FieldProblem } from '#platform/http/form.ts';
import { parseAppCode } from './code.form.ts';
import { codeRefusals } from './code.view.ts';
import { authenticatorKey, enrolSecondFactor } from './enrol-second-factor.ts';
import { enrolView } from './enrol.view.ts';
import { findStaffSession } from './find-staff-session.ts';
import { placeFor } from './next-place.ts';
import { goTo, show } from './screen.ts';

/** The page that sets up the authenticator app; `form` is null until it has been sent. */
export async function enrolPage(ctx: Ctx, cookieHeader: string | null, form: FormData | null) {
  const session = await findStaffSession(ctx, cookieHeader);
  if (session?.stage !== 'enrol') return goTo(placeFor(session));
  const problems: FieldProblem[] = [];
  if (form !== null) {
    const parsed = parseAppCode(form);
    if (!parsed.ok) problems.push(...parsed.problems);
    else {
      const result = await enrolSecondFactor(ctx, cookieHeader, parsed.value.code);
      if (result.ok) return goTo('/staff/recovery-codes', result.value.setCookies);
      problems.push(...codeRefusals('app', 'not-allowed'));
    }
  }
  const key = await authenticatorKey(ctx, session.account);
  if (!key) throw new Error('An account has no authenticator key');
  const status = problems.length > 0 ? 422 : 200;
  return show({ ...enrolView(key), errors: showProblems(ctx.words, problems), status });
}
