import type { Ctx } from '#platform/context.ts';
import type { FieldProblem } from '#platform/http/form.ts';
import { parseSignInCode } from './code.form.ts';
import { codeRefusals, codeView } from './code.view.ts';
import { enterCode } from './enter-code.ts';
import { goTo, show } from './screen.ts';
import { waitingFor } from './who-is-signed-in.ts';

const tooLate = goTo('/staff/sign-in?again=1');

/** The page for the code after a right password; `form` is null until it has been sent. */
export async function codePage(ctx: Ctx, cookieHeader: string | null, form: FormData | null) {
  if (waitingFor(ctx, cookieHeader) === undefined) return tooLate;
  const ask = (problems: readonly FieldProblem[], status: number) =>
    show({ ...codeView(ctx.words, problems), status });
  if (form === null) return ask([], 200);
  const parsed = parseSignInCode(form);
  if (!parsed.ok) return ask(parsed.problems, 422);
  const result = await enterCode(ctx, cookieHeader, parsed.value);
  if (result.ok) return goTo(result.value.next, result.value.setCookies);
  if (result.problem === 'sign-in-needed') return tooLate;
  const status = result.problem === 'too-many-requests' ? 429 : 422;
  return ask(codeRefusals(parsed.value.kind, result.problem), status);
}
