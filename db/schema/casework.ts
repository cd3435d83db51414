import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { brokerageCase } from './brokerage.ts';

const ofCase = () =>
  text('case_id')
    .notNull()
    .references(() => brokerageCase.id);

/** A question to one place about one case, and its answer; both sealed with the case's key. */
export const enquiry = sqliteTable(
  'enquiry',
  {
    id: text('id').primaryKey(),
    caseId: ofCase(),
    /** A place in the directory, or the id of a place that a broker added to this case. */
    providerId: text('provider_id').notNull(),
    status: text('status', { enum: ['asked', 'answered', 'cancelled'] }).notNull(),
    sealedQuestion: text('sealed_question'),
    sealedAnswer: text('sealed_answer'),
    askedBy: text('asked_by').notNull(),
    askedAt: text('asked_at').notNull(),
    answerDue: text('answer_due').notNull(),
    remindedAt: text('reminded_at'),
    answeredAt: text('answered_at'),
  },
  (table) => [
    index('enquiry_case').on(table.caseId),
    uniqueIndex('enquiry_case_provider').on(table.caseId, table.providerId),
    index('enquiry_waiting').on(table.status, table.answerDue),
  ],
);

/** A note among staff. It lives apart from messages, so that it can never be sent. */
export const caseNote = sqliteTable(
  'case_note',
  {
    id: text('id').primaryKey(),
    caseId: ofCase(),
    at: text('at').notNull(),
    staffId: text('staff_id').notNull(),
    sealedText: text('sealed_text').notNull(),
  },
  (table) => [index('case_note_case').on(table.caseId, table.at)],
);

/** A phone call or a talk in person, with the family or with a place. */
export const caseCall = sqliteTable(
  'case_call',
  {
    id: text('id').primaryKey(),
    caseId: ofCase(),
    at: text('at').notNull(),
    staffId: text('staff_id').notNull(),
    direction: text('direction', { enum: ['out', 'in', 'in-person'] }).notNull(),
    result: text('result', { enum: ['reached', 'voicemail', 'no-answer'] }).notNull(),
    interpreter: integer('interpreter', { mode: 'boolean' }).notNull(),
    /** Null when the call was with the family; else the place asked. */
    enquiryId: text('enquiry_id'),
    sealedNote: text('sealed_note'),
  },
  (table) => [index('case_call_case').on(table.caseId, table.at)],
);

/** Something to do on a case by a day, besides its next action. */
export const caseTask = sqliteTable(
  'case_task',
  {
    id: text('id').primaryKey(),
    caseId: ofCase(),
    /** The kinds say nothing of a child: `look-again` stands for whatever a second person must see. */
    kind: text('kind', {
      enum: ['own', 'call-provider', 'confirm-place', 'follow-up', 'advice', 'look-again'],
    }).notNull(),
    /** London day. */
    due: text('due').notNull(),
    /** What it is about: an enquiry, or the weeks since the place was found. */
    subject: text('subject'),
    sealedText: text('sealed_text'),
    createdAt: text('created_at').notNull(),
    doneAt: text('done_at'),
    doneBy: text('done_by'),
    dedupeKey: text('dedupe_key').notNull().unique(),
  },
  (table) => [
    index('case_task_case').on(table.caseId),
    index('case_task_due').on(table.doneAt, table.due),
  ],
);

/** What a broker thinks of a place for one case; `added` places are not in the directory. */
export const casePlace = sqliteTable(
  'case_place',
  {
    id: text('id').primaryKey(),
    caseId: ofCase(),
    /** Null for an added place: it is known by this row's id. */
    providerId: text('provider_id'),
    verdict: text('verdict', { enum: ['pinned', 'dropped', 'added'] }).notNull(),
    /** The reason, and for an added place its name, e-mail and phone. */
    sealedDetail: text('sealed_detail').notNull(),
    staffId: text('staff_id').notNull(),
    at: text('at').notNull(),
  },
  (table) => [
    index('case_place_case').on(table.caseId),
    uniqueIndex('case_place_provider').on(table.caseId, table.providerId),
  ],
);

/** People around the family that staff learned of: never a register of children, only contacts. */
export const caseContact = sqliteTable(
  'case_contact',
  {
    id: text('id').primaryKey(),
    caseId: ofCase(),
    at: text('at').notNull(),
    staffId: text('staff_id').notNull(),
    /** The professional through whom everybody else goes. */
    isLead: integer('is_lead', { mode: 'boolean' }).notNull().default(false),
    sealedDetail: text('sealed_detail').notNull(),
  },
  (table) => [index('case_contact_case').on(table.caseId)],
);

/** What was passed on to another service or authority, with the family's recorded consent. */
export const caseReferral = sqliteTable(
  'case_referral',
  {
    id: text('id').primaryKey(),
    caseId: ofCase(),
    kind: text('kind', { enum: ['service', 'authority'] }).notNull(),
    at: text('at').notNull(),
    staffId: text('staff_id').notNull(),
    /** To whom, what was shared, who consented and how. */
    sealedDetail: text('sealed_detail').notNull(),
  },
  (table) => [index('case_referral_case').on(table.caseId)],
);

/** Two cases of one family: brothers and sisters, or one request that came twice. */
export const caseTie = sqliteTable(
  'case_tie',
  {
    id: text('id').primaryKey(),
    kind: text('kind', { enum: ['siblings', 'merged'] }).notNull(),
    /** The case that goes on. */
    caseId: ofCase(),
    /** The other; after a merger it is closed and leads here. */
    otherId: text('other_id')
      .notNull()
      .references(() => brokerageCase.id),
    sealedReason: text('sealed_reason'),
    /** What the merged case was before, so that it can be taken apart again. */
    before: text('before', { mode: 'json' }).$type<Readonly<Record<string, string | null>>>(),
    staffId: text('staff_id').notNull(),
    at: text('at').notNull(),
    undoneAt: text('undone_at'),
  },
  (table) => [index('case_tie_case').on(table.caseId), index('case_tie_other').on(table.otherId)],
);

/** A complaint about how a request was handled, acknowledged and answered by its days. */
export const complaint = sqliteTable(
  'complaint',
  {
    id: text('id').primaryKey(),
    caseId: ofCase(),
    kind: text('kind', { enum: ['service', 'data-protection'] }).notNull(),
    receivedAt: text('received_at').notNull(),
    /** London day. */
    due: text('due').notNull(),
    staffId: text('staff_id').notNull(),
    sealedText: text('sealed_text').notNull(),
    acknowledgedAt: text('acknowledged_at'),
    closedAt: text('closed_at'),
    sealedAnswer: text('sealed_answer'),
  },
  (table) => [index('complaint_due').on(table.closedAt, table.due)],
);

/** An erasure that staff ask for: a second person decides. */
export const erasureRequest = sqliteTable(
  'erasure_request',
  {
    id: text('id').primaryKey(),
    caseId: ofCase(),
    askedBy: text('asked_by').notNull(),
    askedAt: text('asked_at').notNull(),
    /** Sealed with the case's key, and gone with it. */
    sealedReason: text('sealed_reason').notNull(),
    decidedBy: text('decided_by'),
    decidedAt: text('decided_at'),
    decision: text('decision', { enum: ['erased', 'refused'] }),
  },
  (table) => [index('erasure_request_open').on(table.decidedAt)],
);
