import { index, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/**
 * A fact about a place that was learned in answering a family. It joins the directory when a person
 * says so; it carries nothing of the family.
 */
export const directoryProposal = sqliteTable(
  'directory_proposal',
  {
    id: text('id').primaryKey(),
    providerId: text('provider_id').notNull(),
    kind: text('kind', { enum: ['vacancy', 'inclusion'] }).notNull(),
    value: text('value', { mode: 'json' })
      .$type<Readonly<Record<string, string | number>>>()
      .notNull(),
    source: text('source', { enum: ['provider-answer', 'phone-call'] }).notNull(),
    /** London day on which it was said. */
    saidOn: text('said_on').notNull(),
    proposedAt: text('proposed_at').notNull(),
    decidedAt: text('decided_at'),
    decidedBy: text('decided_by'),
    decision: text('decision', { enum: ['accepted', 'refused'] }),
  },
  (table) => [index('directory_proposal_open').on(table.decidedAt, table.providerId)],
);
