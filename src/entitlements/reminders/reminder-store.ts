import { and, asc, count, eq, gt, isNotNull, isNull, lte, notExists } from 'drizzle-orm';
import { QueryBuilder } from 'drizzle-orm/sqlite-core';
import { z } from 'zod';
import type { Reader, Tx } from '#db/open-database.ts';
import { outboxMessage } from '#db/schema/platform.ts';
import { reminder, reminderContact } from '#db/schema/reminder.ts';
import type { App } from '#platform/context.ts';
import { newDataKey, sealJson, unsealJson, unwrapDataKey } from '#platform/crypto/data-key.ts';
import { hashToken, linkToken } from '#platform/links/access-link.ts';
import { knownDay, ways, type Contact, type ReminderDay } from './reminder.ts';

const contactSchema = z.object({ way: z.enum(ways), to: z.string() });
const place = (row: string) => ({ table: 'reminder_contact', column: 'sealed_contact', row });

export type StoredReminder = ReminderDay & { readonly id: string };
export type Reminders = {
  readonly id: string;
  readonly linkId: string;
  readonly isConfirmed: boolean;
  /** Those that have not been queued yet, soonest first. */
  readonly days: readonly StoredReminder[];
};

type Asked = {
  readonly contact: Contact;
  readonly contactIndex: string;
  readonly language: string;
  readonly days: readonly ReminderDay[];
};

/** Keeps the days, and where to write to, sealed; nothing is sent until it is confirmed. Gives the id. */
export function insertReminders(
  tx: Tx,
  ctx: Pick<App, 'clock' | 'ids' | 'keys'>,
  { contact, contactIndex, language, days }: Asked,
): string {
  const id = ctx.ids.id();
  const linkId = ctx.ids.id();
  const { key, wrapped } = newDataKey(ctx.keys, id);
  tx.insert(reminderContact)
    .values({
      ...{ id, linkId, contactIndex, language, wrappedKey: wrapped },
      tokenHash: hashToken(linkToken(ctx.keys, linkId)),
      sealedContact: sealJson(key, place(id), contact),
      askedAt: ctx.clock.now().toISOString(),
    })
    .run();
  for (const day of days) {
    tx.insert(reminder)
      .values({ id: ctx.ids.id(), contactId: id, ...day })
      .run();
  }
  return id;
}

/** How often reminders to one contact were asked for, and not confirmed, since a moment. */
export const countUnconfirmed = (db: Reader, contactIndex: string, since: Date): number =>
  db
    .select({ total: count() })
    .from(reminderContact)
    .where(
      and(
        eq(reminderContact.contactIndex, contactIndex),
        isNull(reminderContact.confirmedAt),
        gt(reminderContact.askedAt, since.toISOString()),
      ),
    )
    .get()?.total ?? 0;

/** What the secret of a link opens; undefined when it is over or deleted. */
export function findReminders(db: Reader, token: string): Reminders | undefined {
  const row = db
    .select()
    .from(reminderContact)
    .where(eq(reminderContact.tokenHash, hashToken(token)))
    .get();
  if (!row) return undefined;
  const { id, linkId, confirmedAt } = row;
  return { id, linkId, isConfirmed: confirmedAt !== null, days: daysOf(db, id) };
}

const daysOf = (db: Reader, contactId: string): readonly StoredReminder[] =>
  db
    .select()
    .from(reminder)
    .where(and(eq(reminder.contactId, contactId), isNull(reminder.queuedAt)))
    .orderBy(asc(reminder.day))
    .all()
    .flatMap((row) => {
      const day = knownDay(row);
      return day ? [{ id: row.id, ...day }] : [];
    });

export type OpenContact = Contact & {
  readonly linkId: string;
  readonly language: string;
  readonly isConfirmed: boolean;
};

/** Where to write to, opened; undefined when it is deleted. */
export function findContact(
  db: Reader,
  ctx: Pick<App, 'keys'>,
  id: string,
): OpenContact | undefined {
  const row = db.select().from(reminderContact).where(eq(reminderContact.id, id)).get();
  if (!row) return undefined;
  const key = unwrapDataKey(ctx.keys, id, row.wrappedKey);
  const contact = contactSchema.parse(unsealJson(key, place(id), row.sealedContact));
  const { linkId, language, confirmedAt } = row;
  return { ...contact, linkId, language, isConfirmed: confirmedAt !== null };
}

/** One day with the contact that it is for; undefined when it is deleted. */
export function findReminder(
  db: Reader,
  id: string,
): (ReminderDay & { readonly contactId: string }) | undefined {
  const row = db.select().from(reminder).where(eq(reminder.id, id)).get();
  const day = row && knownDay(row);
  return row && day ? { ...day, contactId: row.contactId } : undefined;
}

export const confirmReminders = (tx: Tx, clock: App['clock'], id: string): void => {
  tx.update(reminderContact)
    .set({ confirmedAt: clock.now().toISOString() })
    .where(and(eq(reminderContact.id, id), isNull(reminderContact.confirmedAt)))
    .run();
};

export const deleteReminders = (tx: Tx, id: string): void => {
  tx.delete(reminder).where(eq(reminder.contactId, id)).run();
  tx.delete(reminderContact).where(eq(reminderContact.id, id)).run();
};

/** The ids of the confirmed reminders whose message is to go by a London day. */
export const listDue = (db: Reader, day: string): readonly string[] =>
  db
    .select({ id: reminder.id })
    .from(reminder)
    .innerJoin(reminderContact, eq(reminder.contactId, reminderContact.id))
    .where(
      and(
        lte(reminder.sendOn, day),
        isNull(reminder.queuedAt),
        isNotNull(reminderContact.confirmedAt),
      ),
    )
    .all()
    .map(({ id }) => id);

export const markQueued = (tx: Tx, clock: App['clock'], id: string): void => {
  tx.update(reminder).set({ queuedAt: clock.now().toISOString() }).where(eq(reminder.id, id)).run();
};

/** Deletes reminders whose message waits no longer. Gives how many. */
export const deleteSent = (tx: Tx): number =>
  tx
    .delete(reminder)
    .where(
      and(
        isNotNull(reminder.queuedAt),
        notExists(
          new QueryBuilder()
            .select({ id: outboxMessage.id })
            .from(outboxMessage)
            .where(
              and(eq(outboxMessage.subjectId, reminder.id), eq(outboxMessage.state, 'queued')),
            ),
        ),
      ),
    )
    .run().changes;

/** The contacts that nobody confirmed since a moment, and those with nothing left to remind of. */
export const listOver = (db: Reader, askedUpTo: Date): readonly string[] => {
  const columns = { id: reminderContact.id };
  const unconfirmed = db
    .select(columns)
    .from(reminderContact)
    .where(
      and(
        isNull(reminderContact.confirmedAt),
        lte(reminderContact.askedAt, askedUpTo.toISOString()),
      ),
    )
    .all();
  const days = new QueryBuilder()
    .select({ id: reminder.id })
    .from(reminder)
    .where(eq(reminder.contactId, reminderContact.id));
  const empty = db.select(columns).from(reminderContact).where(notExists(days)).all();
  return [...new Set([...unconfirmed, ...empty].map(({ id }) => id))];
};
