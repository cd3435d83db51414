import { sql } from 'drizzle-orm';
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** Append-only (triggers refuse changes); each hash covers the one before. */
export const auditEntry = sqliteTable(
  'audit_entry',
  {
    seq: integer('seq').primaryKey(),
    at: text('at').notNull(),
    actor: text('actor').notNull(),
    role: text('role').notNull(),
    action: text('action').notNull(),
    object: text('object').notNull(),
    /** Names of the fields read or changed, never their values. */
    fields: text('fields', { mode: 'json' }).$type<readonly string[]>().notNull(),
    reason: text('reason'),
    previousHash: text('previous_hash').notNull(),
    hash: text('hash').notNull(),
  },
  (table) => [index('audit_entry_object').on(table.object)],
);

/** Messages to send after commit: ids only, never words or addresses. */
export const outboxMessage = sqliteTable(
  'outbox_message',
  {
    id: text('id').primaryKey(),
    kind: text('kind').notNull(),
    subjectId: text('subject_id').notNull(),
    linkId: text('link_id'),
    dedupeKey: text('dedupe_key').notNull().unique(),
    state: text('state', { enum: ['queued', 'sent', 'dead', 'cancelled'] }).notNull(),
    attempts: integer('attempts').notNull().default(0),
    nextAt: text('next_at').notNull(),
    leaseUntil: text('lease_until'),
    createdAt: text('created_at').notNull(),
    sentAt: text('sent_at'),
    lastError: text('last_error'),
    /** What the carrier said became of it, as GOV.UK Notify words it. */
    delivery: text('delivery'),
    deliveryAt: text('delivery_at'),
  },
  (table) => [
    index('outbox_message_due')
      .on(table.nextAt)
      .where(sql`state = 'queued'`),
  ],
);

/** A one-time link. The token is derived from the id with a key that is not in the database. */
export const accessLink = sqliteTable(
  'access_link',
  {
    id: text('id').primaryKey(),
    purpose: text('purpose', { enum: ['track', 'answer', 'join'] }).notNull(),
    subjectId: text('subject_id').notNull(),
    tokenHash: text('token_hash').notNull().unique(),
    createdAt: text('created_at').notNull(),
    expiresAt: text('expires_at').notNull(),
    usedAt: text('used_at'),
    supersededAt: text('superseded_at'),
  },
  (table) => [index('access_link_subject').on(table.purpose, table.subjectId)],
);

/** What a used link opened: one browser's way in to one subject, until it expires. */
export const visit = sqliteTable('visit', {
  tokenHash: text('token_hash').primaryKey(),
  purpose: text('purpose', { enum: ['track', 'answer', 'join'] }).notNull(),
  subjectId: text('subject_id').notNull(),
  createdAt: text('created_at').notNull(),
  expiresAt: text('expires_at').notNull(),
});

/** A value sealed with each key-encryption key, so that a wrong key file is noticed at start. */
export const keyCheck = sqliteTable('key_check', {
  keyId: text('key_id').primaryKey(),
  sealed: text('sealed').notNull(),
});

/** How far the index of a search server is, and which process may write it until when. */
export const searchCursor = sqliteTable('search_cursor', {
  indexName: text('index_name').primaryKey(),
  /** The directory's version that the server knows, the day that counted then, and how it was made. */
  version: integer('version').notNull(),
  day: text('day').notNull(),
  recipe: text('recipe').notNull(),
  writer: text('writer'),
  leaseUntil: text('lease_until'),
});
