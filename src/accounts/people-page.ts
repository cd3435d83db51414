import type { Ctx } from '#platform/context.ts';
import { readTyped, typedValue } from '#platform/http/form.ts';
import { failure, success, type Result } from '#platform/result.ts';
import { listStaff } from './list-staff.ts';
import { peopleView } from './people.view.ts';
import { resendInvitation } from './resend-invitation.ts';
import { goTo, show, type GoTo } from './screen.ts';
import { withdrawInvitation } from './withdraw-invitation.ts';

type Href = (path: string) => string;
type People = GoTo | (ReturnType<typeof peopleView> & { readonly goTo: null });

/** Everybody who may sign in, and who is invited. Problems: `not-allowed`, `not-found`. */
export async function peoplePage(ctx: Ctx, href: Href, request: Request): Promise<Result<People>> {
  if (request.method !== 'POST') {
    const staff = listStaff(ctx);
    const done = new URL(request.url).searchParams.get('done');
    return staff.ok ? success(show(peopleView(ctx.words, href, staff.value, done))) : staff;
  }
  const typed = readTyped(await request.formData());
  const act = acts.get(typedValue(typed, 'do'));
  if (!act) return failure('not-found');
  const acted = act.act(ctx, typedValue(typed, 'invitation'));
  return acted.ok ? success(goTo(`/staff/people?done=${act.done}`)) : acted;
}

const acts = new Map([
  ['resend', { act: resendInvitation, done: 'resent' }],
  ['withdraw', { act: withdrawInvitation, done: 'withdrawn' }],
]);
