import type { Ctx } from '#platform/context.ts';
import { readTyped, typedValue } from '#platform/http/form.ts';
import { accountView } from './account.view.ts';
import { endOtherSessions, endSession } from './end-sessions.ts';
import { findStaffSession } from './find-staff-session.ts';
import { listOwnSessions } from './list-own-sessions.ts';
import { placeFor } from './next-place.ts';
import { goTo, show } from './screen.ts';

type AccountRequest = {
  readonly cookies: string | null;
  readonly form: FormData | null;
  /** What the page before has done, as the query says it. */
  readonly done: string | null;
};

/** A person's own account: where they are signed in, and the ways to their password and codes. */
export async function accountPage(ctx: Ctx, { cookies, form, done }: AccountRequest) {
  const session = await findStaffSession(ctx, cookies);
  if (session?.stage !== 'in') return goTo(placeFor(session));
  if (form === null)
    return show(accountView(ctx.words, session, listOwnSessions(ctx, session), done));
  const typed = readTyped(form);
  if (typedValue(typed, 'do') === 'end-others') endOtherSessions(ctx, session);
  else endSession(ctx, session, typedValue(typed, 'session'));
  return goTo('/staff/account?done=ended');
}
