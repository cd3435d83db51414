import type { Tx } from '#db/open-database.ts';
import { recordAudit } from '#platform/audit/record-audit.ts';
import type { Ctx } from '#platform/context.ts';
import { endVisit, findVisit } from '#platform/links/visit.ts';
import { failure, success, type Result } from '#platform/result.ts';
import { inTransaction } from '#platform/transaction.ts';
import { acceptInvitation, findInvitation, type Invitation } from './invitation-store.ts';
import { signIn } from './sign-in.ts';
import { setSealedSecret } from './second-factor-store.ts';
import {
  findAccountByEmail,
  insertAccount,
  setPassword,
  updateAccount,
  type StaffAccount,
} from './staff-account-store.ts';
import { hashPassword, openStaffAuth, sealSecret } from './staff-auth.ts';

/** The open invitation behind the cookie of a used link. */
export function invitationOfVisit(ctx: Ctx, visitToken: string): Invitation | undefined {
  const id = findVisit(ctx.db, ctx.clock, 'join', visitToken);
  const invitation = id === undefined ? undefined : findInvitation(ctx.db, id);
  return invitation?.acceptedAt === null ? invitation : undefined;
}

/** The account that an invitation sets up anew; undefined when it makes the first. */
export const accountToRenew = (ctx: Ctx, { email }: Invitation): StaffAccount | undefined =>
  findAccountByEmail(ctx.db, email);

export type NewAccount = {
  readonly visitToken: string;
  readonly name: string;
  /** One that `passwordProblem` has nothing against. */
  readonly password: string;
};

/**
 * Makes the account of an invitation, with its e-mail address and role, or gives the one that was
 * reset a new password and authenticator; signs it in as far as setting up the second factor.
 * Problem: `link-used` when the invitation is gone or taken up, and for a disabled account.
 */
export async function joinStaff(
  ctx: Ctx,
  { visitToken, name, password }: NewAccount,
): Promise<Result<{ setCookies: readonly string[] }, 'link-used'>> {
  const invitation = invitationOfVisit(ctx, visitToken);
  if (!invitation) return failure('link-used');
  const { email } = invitation;
  const secrets = await makeSecrets(ctx, password);
  const made = inTransaction(ctx.db, (tx) => {
    if (!acceptInvitation(tx, invitation.id, ctx.clock.now())) return false;
    const account = findAccountByEmail(tx, email);
    if (account && account.disabledAt !== null) return false;
    const id = account
      ? renew(tx, ctx, account.id, { name, ...secrets })
      : make(tx, ctx, invitation, { name, ...secrets });
    endVisit(tx, visitToken);
    recordAudit(tx, ctx, joined(id, invitation));
    return true;
  });
  if (!made) return failure('link-used');
  const signedIn = await signIn(ctx, { email, password });
  return success({ setCookies: signedIn.ok ? signedIn.value.setCookies : [] });
}

type Chosen = {
  readonly name: string;
  readonly passwordHash: string;
  readonly sealedSecret: string;
};

function make(tx: Tx, ctx: Ctx, { email, role }: Invitation, chosen: Chosen): string {
  const ids = { credential: ctx.ids.id(), secondFactor: ctx.ids.id() };
  const id = ctx.ids.id();
  insertAccount(tx, { id, email, role, ...chosen, ids, at: ctx.clock.now() });
  return id;
}

function renew(tx: Tx, ctx: Ctx, id: string, chosen: Chosen): string {
  const now = ctx.clock.now();
  updateAccount(tx, id, { name: chosen.name }, now);
  setPassword(tx, id, chosen.passwordHash, now);
  setSealedSecret(tx, id, chosen.sealedSecret);
  return id;
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

const joined = (accountId: string, invitation: Invitation) => ({
  action: 'staff-joined',
  object: `staff:${accountId}`,
  fields: ['name', 'email', 'role', 'password'],
  reason: `invitation:${invitation.id}`,
});
