import { index, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { brokerageCase } from './brokerage.ts';

/** A question to one provider about one case, and its answer; both sealed with the case's key. */
export const enquiry = sqliteTable(
  'enquiry',
  {
    id: text('id').primaryKey(),
    caseId: text('case_id')
      .notNull()
      .references(() => brokerageCase.id),
    providerId: text('provider_id').notNull(),
    status: text('status', { enum: ['asked', 'answered'] }).notNull(),
    sealedQuestion: text('sealed_question'),
    sealedAnswer: text('sealed_answer'),
    askedBy: text('asked_by').notNull(),
    askedAt: text('asked_at').notNull(),
    answerDue: text('answer_due').notNull(),
    answeredAt: text('answered_at'),
  },
  (table) => [
    index('enquiry_case').on(table.caseId),
    uniqueIndex('enquiry_case_provider').on(table.caseId, table.providerId),
  ],
);
