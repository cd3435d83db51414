import { sql } from 'drizzle-orm';
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** Answers given so far, sealed; emptied when sent, so that sending twice finds the same case. */
export const requestDraft = sqliteTable('request_draft', {
  tokenHash: text('token_hash').primaryKey(),
  wrappedKey: text('wrapped_key'),
  sealedAnswers: text('sealed_answers'),
  startedAt: text('started_at').notNull(),
  expiresAt: text('expires_at').notNull(),
  caseId: text('case_id'),
  /** The secret of the draft is derived from this id, so that a message can bring it again. */
  linkId: text('link_id'),
  /** The case that these answers will change; null when they ask for a new one. */
  changesCaseId: text('changes_case_id'),
});

/** One family's request for help. All that the family told is in `sealedFamily`. */
export const brokerageCase = sqliteTable(
  'brokerage_case',
  {
    id: text('id').primaryKey(),
    reference: text('reference').notNull().unique(),
    wish: text('wish', { enum: ['place', 'advice'] })
      .notNull()
      .default('place'),
    status: text('status', {
      enum: ['new', 'in-progress', 'waiting-provider', 'waiting-family', 'closed'],
    }).notNull(),
    /** Care is needed within four weeks of asking. */
    isUrgent: integer('is_urgent', { mode: 'boolean' }).notNull().default(false),
    /** Why a person must look before it joins the queue; null once somebody has, or need not. */
    quarantinedFor: text('quarantined_for'),
    /** Keyed hashes of the ways to reach the family: they find a request again and tell nothing. */
    emailIndex: text('email_index'),
    phoneIndex: text('phone_index'),
    /** Kept past its time because somebody must still answer for it. */
    legalHold: integer('legal_hold', { mode: 'boolean' }).notNull().default(false),
    erasedAt: text('erased_at'),
    version: integer('version').notNull(),
    ownerId: text('owner_id'),
    nextAction: text('next_action'),
    nextActionDue: text('next_action_due'),
    /** The two clocks, as London days: somebody has spoken with the family; it has options. */
    contactDue: text('contact_due'),
    contactedAt: text('contacted_at'),
    optionsDue: text('options_due'),
    optionsAt: text('options_at'),
    /** Since when it waits for the family: the second clock stands still. */
    waitingSince: text('waiting_since'),
    receivedAt: text('received_at').notNull(),
    reopenedAt: text('reopened_at'),
    /** The case that goes on when two were one request. */
    mergedInto: text('merged_into'),
    closedAt: text('closed_at'),
    outcome: text('outcome'),
    /** The case's own key, wrapped; deleting it makes everything about the family unreadable. */
    wrappedKey: text('wrapped_key'),
    sealedFamily: text('sealed_family'),
  },
  (table) => [
    index('brokerage_case_owner').on(table.ownerId, table.status),
    index('brokerage_case_held')
      .on(table.receivedAt)
      .where(sql`quarantined_for is not null`),
    // All that the lists of the queue read of what is open, so that no sealed text is passed over.
    index('brokerage_case_open')
      .on(
        ...([table.id, table.version, table.status, table.ownerId, table.nextAction] as const),
        ...([table.nextActionDue, table.isUrgent, table.quarantinedFor, table.receivedAt] as const),
        ...([table.contactDue, table.contactedAt, table.optionsDue, table.optionsAt] as const),
        table.waitingSince,
      )
      .where(sql`status <> 'closed'`),
    index('brokerage_case_closed')
      .on(table.closedAt)
      .where(sql`status = 'closed' and quarantined_for is null and erased_at is null`),
    // What is measured by month is counted in these two alone.
    index('brokerage_case_arrivals').on(
      ...([table.receivedAt, table.status, table.contactDue, table.contactedAt] as const),
      ...([table.optionsDue, table.optionsAt, table.closedAt, table.waitingSince] as const),
      table.quarantinedFor,
    ),
    index('brokerage_case_closures').on(table.closedAt, table.mergedInto, table.quarantinedFor),
    index('brokerage_case_email').on(table.emailIndex),
    index('brokerage_case_phone').on(table.phoneIndex),
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

/** One message of a case's conversation, sealed with the case's key. */
export const caseMessage = sqliteTable(
  'case_message',
  {
    id: text('id').primaryKey(),
    caseId: text('case_id')
      .notNull()
      .references(() => brokerageCase.id),
    at: text('at').notNull(),
    from: text('from', { enum: ['family', 'staff'] }).notNull(),
    staffId: text('staff_id'),
    sealedText: text('sealed_text').notNull(),
    /** When the other side first opened it. */
    readAt: text('read_at'),
  },
  (table) => [index('case_message_case').on(table.caseId, table.at)],
);

/** A code sent to a contact on file, by which a family without its link is let in. */
export const accessCode = sqliteTable('access_code', {
  /** The hash of the secret in the cookie of the browser that asked. */
  tokenHash: text('token_hash').primaryKey(),
  /** Null when nothing matched: what was asked then looks the same and never opens anything. */
  caseId: text('case_id').references(() => brokerageCase.id),
  codeHash: text('code_hash').notNull(),
  triesLeft: integer('tries_left').notNull(),
  createdAt: text('created_at').notNull(),
  expiresAt: text('expires_at').notNull(),
});

/** What a family says of the service once its case has closed, sealed with the case's key. */
export const caseFeedback = sqliteTable('case_feedback', {
  caseId: text('case_id')
    .primaryKey()
    .references(() => brokerageCase.id),
  at: text('at').notNull(),
  sealedAnswers: text('sealed_answers').notNull(),
  sealedPicture: text('sealed_picture'),
});

/** What each nightly run of the retention table did or, on trial, would have done. */
export const retentionRun = sqliteTable('retention_run', {
  id: text('id').primaryKey(),
  at: text('at').notNull(),
  isTrial: integer('is_trial', { mode: 'boolean' }).notNull(),
  removed: text('removed', { mode: 'json' }).$type<Readonly<Record<string, number>>>().notNull(),
});
