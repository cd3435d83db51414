import { and, asc, eq, gt, isNull } from 'drizzle-orm';
import { staffInvitation } from '#db/schema/accounts.ts';
import { accessLink } from '#db/schema/platform.ts';
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

/** Invitations that nobody has taken up. */
export const listOpenInvitations = (db: Reader): readonly Invitation[] =>
  db
    .select()
    .from(staffInvitation)
    .where(isNull(staffInvitation.acceptedAt))
    .orderBy(asc(staffInvitation.invitedAt))
    .all();

/** Writes an invitation; a second one to the same address takes the place of the first. */
export function saveInvitation(
  tx: Tx,
  invitation: { readonly id: string; email: string; role: StaffRole; invitedAt: string },
): string {
  const { role, invitedAt } = invitation;
  return tx
    .insert(staffInvitation)
    .values(invitation)
    .onConflictDoUpdate({ target: staffInvitation.email, set: { role, invitedAt } })
    .returning({ id: staffInvitation.id })
    .get().id;
}

/** Takes an invitation up. False when somebody has done so already. */
export const acceptInvitation = (tx: Tx, id: string, at: Date): boolean =>
  tx
    .update(staffInvitation)
    .set({ acceptedAt: at.toISOString() })
    .where(and(eq(staffInvitation.id, id), isNull(staffInvitation.acceptedAt)))
    .run().changes === 1;
