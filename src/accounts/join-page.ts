import type { Ctx } from '#platform/context.ts';
import { showProblems, typedValue } from '#platform/http/form.ts';
import { parseJoin } from './join.form.ts';
import { accountToRenew, invitationOfVisit, joinStaff } from './join-staff.ts';
import { closedLinkView } from './join.view.ts';
import { goTo, show } from './screen.ts';

/** The page for the name and password behind a used link; `form` is null until it has been sent. */
export async function joinPage(ctx: Ctx, visitToken: string, form: FormData | null) {
  const invitation = invitationOfVisit(ctx, visitToken);
  if (!invitation) return show({ ...closedLinkView(ctx.words, 'link-used'), ask: null });
  const { email } = invitation;
  const account = accountToRenew(ctx, invitation);
  const title = ctx.words.t('accounts:join.title');
  const errors = showProblems(ctx.words, []);
  if (form === null)
    return show({
      status: 200,
      title,
      text: '',
      ask: { email, name: account?.name ?? '', errors },
    });
  const parsed = parseJoin(ctx, email, form);
  if (!parsed.ok) {
    const name = typedValue(parsed.typed, 'name');
    const ask = { email, name, errors: showProblems(ctx.words, parsed.problems) };
    return show({ status: 422, title, text: '', ask });
  }
  const joined = await joinStaff(ctx, { visitToken, ...parsed.value });
  if (joined.ok) return goTo('/staff/enrol', joined.value.setCookies);
  return show({ ...closedLinkView(ctx.words, joined.problem), ask: null });
}
