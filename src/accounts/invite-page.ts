import { staffRoles, type Ctx } from '#platform/context.ts';
import { showProblems, typedValue, type FieldProblem } from '#platform/http/form.ts';
import { failure, success, type Result } from '#platform/result.ts';
import { parseInvite } from './invite.form.ts';
import { inviteStaff } from './invite-staff.ts';
import { mayManageStaff } from './may-manage-staff.ts';
import { roleHints, roleWords } from './role-words.ts';
import { goTo, show } from './screen.ts';

type Asked = {
  readonly email: string;
  readonly role: string;
  readonly problems: readonly FieldProblem[];
  readonly status: number;
};
const blank: Asked = { email: '', role: '', problems: [], status: 200 };

/** The form that invites somebody; `form` is null until it has been sent. Problem: `not-allowed`. */
export function invitePage(ctx: Ctx, form: FormData | null): Result<InviteScreen> {
  if (!mayManageStaff(ctx.actor)) return failure('not-allowed');
  if (form === null) return success(inviteView(ctx, blank));
  const parsed = parseInvite(form);
  if (!parsed.ok) {
    const { typed, problems } = parsed;
    const [email, role] = [typedValue(typed, 'email'), typedValue(typed, 'role')];
    return success(inviteView(ctx, { email, role, problems, status: 422 }));
  }
  const invited = inviteStaff(ctx, parsed.value);
  if (invited.ok) return success(goTo('/staff/people?done=invited'));
  if (invited.problem === 'not-allowed') return invited;
  const problems = [{ field: 'email', key: 'accounts:people.hasAccount' }] as const;
  return success(inviteView(ctx, { ...parsed.value, problems, status: 422 }));
}

type InviteScreen = ReturnType<typeof goTo> | ReturnType<typeof inviteView>;

const inviteView = ({ words }: Ctx, { email, role, problems, status }: Asked) =>
  show({
    email,
    role,
    status,
    errors: showProblems(words, problems),
    roles: staffRoles.map((value) => ({
      value,
      text: words.t(roleWords[value]),
      hint: { text: words.t(roleHints[value]) },
    })),
  });
