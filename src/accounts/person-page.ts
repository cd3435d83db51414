import type { Ctx } from '#platform/context.ts';
import { failure, success, type Result } from '#platform/result.ts';
import { readTyped, typedValue } from '#platform/http/form.ts';
import { changeRole } from './change-role.ts';
import { disableStaff, enableStaff } from './disable-staff.ts';
import { parseRole } from './invite.form.ts';
import { listStaff } from './list-staff.ts';
import { personView, type PersonView } from './person.view.ts';
import { resetStaff } from './reset-staff.ts';
import { goTo, show, type GoTo } from './screen.ts';

type Person = GoTo | (PersonView & { readonly goTo: null });

/** One account as an administrator sees and changes it. Problems: `not-allowed`, `not-found`. */
export async function personPage(ctx: Ctx, id: string, request: Request): Promise<Result<Person>> {
  const staff = listStaff(ctx);
  if (!staff.ok) return staff;
  const person = staff.value.find((one) => one.id === id && one.state !== 'invited');
  if (!person) return failure('not-found');
  const isSelf = ctx.actor.kind === 'staff' && ctx.actor.id === id;
  const asked = { isSelf, done: new URL(request.url).searchParams.get('done') };
  if (request.method !== 'POST')
    return success(show(personView(ctx.words, person, { ...asked, refused: null })));
  const form = await request.formData();
  const act = typedValue(readTyped(form), 'do');
  const acted = doTo(ctx, id, act, form);
  if (acted.ok) return success(goTo(`/staff/people/${id}?done=${act}`));
  if (acted.problem !== 'not-in-this-state') return acted;
  const refused = act === 'reset' ? 'accounts:people.isDisabled' : 'accounts:people.lastAdmin';
  return success(show(personView(ctx.words, person, { ...asked, done: null, refused })));
}

function doTo(ctx: Ctx, id: string, act: string, form: FormData): Result<unknown> {
  switch (act) {
    case 'role': {
      const parsed = parseRole(form);
      return parsed.ok ? changeRole(ctx, id, parsed.value.role) : failure('not-found');
    }
    case 'disable':
      return disableStaff(ctx, id);
    case 'enable':
      return enableStaff(ctx, id);
    case 'reset':
      return resetStaff(ctx, id);
    default:
      return failure('not-found');
  }
}
