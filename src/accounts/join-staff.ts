import { recordAudit } from '#platform/audit/record-audit.ts';
import type { Ctx } from '#platform/context.ts';
import { endVisit, findVisit } from '#platform/links/visit.ts';
import { failure, success, type Result } from '#platform/result.ts';
import { inTransaction } from '#platform/transaction.ts';
import { acceptInvitation, findInvitation, type Invitation } from './invitation-store.ts';
import { signIn } from './sign-in.ts';
import { findAccountByEmail, insertAccount, type StaffAccount } from './staff-account-store.ts';
import { hashPassword, openStaffAuth, sealSecret } from './staff-auth.ts';

/** The open invitation behind the cookie of a used link. */
export function invitationOfVisit(ctx: Ctx, visitToken: string): Invitation | undefined {
  const id = findVisit(ctx.db, ctx.clock, 'join', visitToken);
  const invitation = id === undefined ? undefined : findInvitation(ctx.db, id);
  return invitation?.acceptedAt === null ? invitation : undefined;
}

export type NewAccount = {
  readonly visitToken: string;
  readonly name: string;
  /** One that `passwordProblem` has nothing against. */
  readonly password: string;
};

/**
 * Makes the account of an invitation, with its e-mail address and role, and signs it in as far as
 * setting up the second factor. Problem: `link-used` when the invitation is gone or taken up.
 */
export async function joinStaff(
  ctx: Ctx,
  { visitToken, name, password }: NewAccount,
): Promise<Result<{ setCookies: readonly string[] }, 'link-used'>> {
  const invitation = invitationOfVisit(ctx, visitToken);
  if (!invitation) return failure('link-used');
  const { email, role } = invitation;
  const account = { id: ctx.ids.id(), name, email, role };
  const secrets = await makeSecrets(ctx, password);
  const made = inTransaction(ctx.db, (tx) => {
    const now = ctx.clock.now();
    if (findAccountByEmail(tx, email) || !acceptInvitation(tx, invitation.id, now)) return false;
    const ids = { credential: ctx.ids.id(), secondFactor: ctx.ids.id() };
    insertAccount(tx, { ...account, ...secrets, ids, at: now });
    endVisit(tx, visitToken);
    recordAudit(tx, ctx, joined(account, invitation));
    return true;
  });
  if (!made) return failure('link-used');
  const signedIn = await signIn(ctx, { email, password });
  return success({ setCookies: signedIn.ok ? signedIn.value.setCookies : [] });
}

async function makeSecrets(ctx: Ctx, password: string) {
  const auth = await openStaffAuth(ctx);
  // 192 random bits as text: apps take the text's own bytes as their key.
  const secret = ctx.ids.token().slice(0, 32);
  return {
    passwordHash: await hashPassword(password),
    sealedSecret: await sealSecret(auth, secret),
  };
}

const joined = (account: StaffAccount, invitation: Invitation) => ({
  action: 'staff-joined',
  object: `staff:${account.id}`,
  fields: ['name', 'email', 'role', 'password'],
  reason: `invitation:${invitation.id}`,
});
