import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** Answers given so far, sealed; emptied when sent, so that sending twice finds the same case. */
export const requestDraft = sqliteTable('request_draft', {
  tokenHash: text('token_hash').primaryKey(),
  wrappedKey: text('wrapped_key'),
  sealedAnswers: text('sealed_answers'),
  startedAt: text('started_at').notNull(),
  expiresAt: text('expires_at').notNull(),
  caseId: text('case_id'),
});

/** One family's request for help. All that the family told is in `sealedFamily`. */
export const brokerageCase = sqliteTable(
  'brokerage_case',
  {
    id: text('id').primaryKey(),
    reference: text('reference').notNull().unique(),
    status: text('status', {
      enum: ['new', 'in-progress', 'waiting-provider', 'waiting-family', 'closed'],
    }).notNull(),
    version: integer('version').notNull(),
    ownerId: text('owner_id'),
    nextAction: text('next_action'),
    nextActionDue: text('next_action_due'),
    receivedAt: text('received_at').notNull(),
    closedAt: text('closed_at'),
    outcome: text('outcome'),
    /** The case's own key, wrapped; deleting it makes everything about the family unreadable. */
    wrappedKey: text('wrapped_key'),
    sealedFamily: text('sealed_family'),
  },
  (table) => [
    index('brokerage_case_status').on(table.status, table.nextActionDue),
    index('brokerage_case_owner').on(table.ownerId, table.status),
  ],
);

export const timelineEvent = sqliteTable(
  'timeline_event',
  {
    id: text('id').primaryKey(),
    caseId: text('case_id')
      .notNull()
      .references(() => brokerageCase.id),
    at: text('at').notNull(),
    kind: text('kind').notNull(),
    actorKind: text('actor_kind').notNull(),
    actorId: text('actor_id'),
    sealedDetail: text('sealed_detail'),
  },
  (table) => [index('timeline_event_case').on(table.caseId, table.at)],
);

/** A place put before the family. What the provider said is on the enquiry. */
export const offer = sqliteTable(
  'offer',
  {
    id: text('id').primaryKey(),
    caseId: text('case_id')
      .notNull()
      .references(() => brokerageCase.id),
    providerId: text('provider_id').notNull(),
    status: text('status', { enum: ['open', 'chosen', 'declined', 'withdrawn'] }).notNull(),
    sealedDetail: text('sealed_detail'),
    offeredAt: text('offered_at').notNull(),
    decidedAt: text('decided_at'),
  },
  (table) => [index('offer_case').on(table.caseId)],
);
