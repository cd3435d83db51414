import { and, asc, eq, getTableColumns, gt, isNull } from 'drizzle-orm';
import { staffAccount, staffInvitation } from '#db/schema/accounts.ts';
import { accessLink, visit } from '#db/schema/platform.ts';
import type { Reader, Tx } from '#db/open-database.ts';
import type { StaffRole } from '#platform/context.ts';

export type Invitation = typeof staffInvitation.$inferSelect;

export const findInvitation = (db: Reader, id: string): Invitation | undefined =>
  db.select().from(staffInvitation).where(eq(staffInvitation.id, id)).get();

/** The id of a link to join that still opens, for the invitation to an address. */
export const openLinkTo = (db: Reader, email: string, now: Date): string | undefined =>
  db
    .select({ id: accessLink.id })
    .from(accessLink)
    .innerJoin(staffInvitation, eq(staffInvitation.id, accessLink.subjectId))
    .where(
      and(
        eq(staffInvitation.email, email),
        eq(accessLink.purpose, 'join'),
        isNull(accessLink.usedAt),
        isNull(accessLink.supersededAt),
        gt(accessLink.expiresAt, now.toISOString()),
      ),
    )
    .get()?.id;

/** An invitation to somebody who has no account, which nobody has taken up. */
const isOpen = and(isNull(staffInvitation.acceptedAt), isNull(staffAccount.id));
const hasAccount = eq(staffAccount.email, staffInvitation.email);

export const listOpenInvitations = (db: Reader): readonly Invitation[] =>
  db
    .select({ ...getTableColumns(staffInvitation) })
    .from(staffInvitation)
    .leftJoin(staffAccount, hasAccount)
    .where(isOpen)
    .orderBy(asc(staffInvitation.invitedAt))
    .all();

export const findOpenInvitation = (db: Reader, id: string): Invitation | undefined =>
  db
    .select({ ...getTableColumns(staffInvitation) })
    .from(staffInvitation)
    .leftJoin(staffAccount, hasAccount)
    .where(and(eq(staffInvitation.id, id), isOpen))
    .get();

export const deleteInvitation = (tx: Tx, id: string): void => {
  tx.delete(staffInvitation).where(eq(staffInvitation.id, id)).run();
};

/**
 * Writes an invitation; a second one to the same address takes the place of the first, whose link
 * and whose browsers open nothing any more.
 */
export function saveInvitation(
  tx: Tx,
  invitation: { readonly id: string; email: string; role: StaffRole; invitedAt: string },
): string {
  const { role, invitedAt } = invitation;
  const { id } = tx
    .insert(staffInvitation)
    .values(invitation)
    .onConflictDoUpdate({
      target: staffInvitation.email,
      set: { role, invitedAt, acceptedAt: null },
    })
    .returning({ id: staffInvitation.id })
    .get();
  tx.delete(visit).where(eq(visit.subjectId, id)).run();
  return id;
}

/** Takes an invitation up. False when somebody has done so already. */
export const acceptInvitation = (tx: Tx, id: string, at: Date): boolean =>
  tx
    .update(staffInvitation)
    .set({ acceptedAt: at.toISOString() })
    .where(and(eq(staffInvitation.id, id), isNull(staffInvitation.acceptedAt)))
    .run().changes === 1;
