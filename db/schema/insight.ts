import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/**
 * One closed case as sufficiency planning may keep it: no id, reference, date finer than a month,
 * or words of the family's lead back to it. Its table is WITHOUT ROWID (set in the migration, which
 * drizzle cannot say), so that rows lie in the order of their random ids and not of closing.
 */
export const demand = sqliteTable('demand', {
  id: text('id').primaryKey(),
  closedMonth: text('closed_month').notNull(),
  wardCode: text('ward_code'),
  wardName: text('ward_name'),
  ageBand: text('age_band').notNull(),
  days: text('days', { mode: 'json' }).$type<readonly string[]>().notNull(),
  hoursPerWeek: integer('hours_per_week'),
  needGroups: text('need_groups', { mode: 'json' }).$type<readonly string[]>().notNull(),
  /** The kinds of childcare that were wanted. */
  kinds: text('kinds', { mode: 'json' }).$type<readonly string[]>().notNull().default([]),
  termTime: text('term_time'),
  /** How many places were asked, and the codes of those that could not. */
  asked: integer('asked').notNull().default(0),
  refusals: text('refusals', { mode: 'json' }).$type<readonly string[]>().notNull().default([]),
  outcome: text('outcome').notNull(),
});
