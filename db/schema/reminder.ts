import { index, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** Somebody who asked to be reminded. Where to write to is sealed; of the family nothing is kept. */
export const reminderContact = sqliteTable(
  'reminder_contact',
  {
    id: text('id').primaryKey(),
    /** The hash of the secret in its messages' link, which is derived from `linkId`. */
    tokenHash: text('token_hash').notNull().unique(),
    linkId: text('link_id').notNull(),
    /** A keyed hash of the address or number, by which asking too often is noticed. */
    contactIndex: text('contact_index').notNull(),
    wrappedKey: text('wrapped_key').notNull(),
    sealedContact: text('sealed_contact').notNull(),
    language: text('language').notNull(),
    askedAt: text('asked_at').notNull(),
    /** Null until the link was followed and confirmed. */
    confirmedAt: text('confirmed_at'),
  },
  (table) => [index('reminder_contact_index').on(table.contactIndex, table.askedAt)],
);

/** One day to be reminded of. */
export const reminder = sqliteTable(
  'reminder',
  {
    id: text('id').primaryKey(),
    contactId: text('contact_id')
      .notNull()
      .references(() => reminderContact.id),
    scheme: text('scheme').notNull(),
    kind: text('kind').notNull(),
    /** London days: the day itself, and that of the message. */
    day: text('day').notNull(),
    sendOn: text('send_on').notNull(),
    /** When its message was queued; deleted once that is sent. */
    queuedAt: text('queued_at'),
  },
  (table) => [
    index('reminder_contact_id').on(table.contactId),
    index('reminder_send_on').on(table.sendOn),
  ],
);
