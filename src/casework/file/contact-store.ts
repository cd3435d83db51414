import { and, asc, eq } from 'drizzle-orm';
import { z } from 'zod';
import type { Reader, Tx } from '#db/open-database.ts';
import { caseContact } from '#db/schema/casework.ts';
import type { App } from '#platform/context.ts';
import { helperRoles } from '#brokerage/family.ts';
import { sealJson, unsealJson, type DataKey } from '#platform/crypto/data-key.ts';
import type { StaffActor } from '../staff-rights.ts';
import { onceId } from './once-id.ts';

const contactDetail = z.object({
  role: z.enum(helperRoles),
  name: z.string(),
  team: z.string(),
  reach: z.string(),
  note: z.string(),
  by: z.string(),
});
export type ContactDetail = z.infer<typeof contactDetail>;
/** A professional round the child whom staff learned of. */
export type Contact = ContactDetail & {
  readonly id: string;
  readonly at: string;
  readonly isLead: boolean;
};

type Subject = { readonly id: string; readonly key: DataKey };
const place = (id: string) => ({ table: 'case_contact', column: 'sealed_detail', row: id });

/** Adds a contact; a new lead professional takes over from the one before. */
export function insertContact(
  tx: Tx,
  ctx: Pick<App, 'clock'>,
  subject: Subject,
  staff: StaffActor,
  added: Omit<ContactDetail, 'by'> & { readonly isLead: boolean; readonly once: string },
): void {
  const { isLead, once, ...detail } = added;
  const id = onceId(subject, 'contact', [once, detail.name, detail.reach]);
  if (isLead) {
    tx.update(caseContact).set({ isLead: false }).where(eq(caseContact.caseId, subject.id)).run();
  }
  tx.insert(caseContact)
    .values({
      ...{ id, isLead, caseId: subject.id, staffId: staff.id },
      at: ctx.clock.now().toISOString(),
      sealedDetail: sealJson(subject.key, place(id), { ...detail, by: staff.name }),
    })
    .onConflictDoUpdate({ target: caseContact.id, set: { isLead } })
    .run();
}

/** The contacts of one case. There is no way to list them across cases, and there shall be none. */
export const listContacts = (db: Reader, subject: Subject): readonly Contact[] =>
  db
    .select()
    .from(caseContact)
    .where(eq(caseContact.caseId, subject.id))
    .orderBy(asc(caseContact.at))
    .all()
    .map(({ id, at, isLead, sealedDetail }) => ({
      ...{ id, at, isLead },
      ...contactDetail.parse(unsealJson(subject.key, place(id), sealedDetail)),
    }));

/** Takes a contact off this case; false when it is not there. */
export const deleteContact = (tx: Tx, subject: Subject, contactId: string): boolean =>
  tx
    .delete(caseContact)
    .where(and(eq(caseContact.id, contactId), eq(caseContact.caseId, subject.id)))
    .run().changes === 1;
