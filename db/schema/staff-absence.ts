import { index, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { staffAccount } from './accounts.ts';

/** Days on which a member of staff is away, and who sees to their cases. */
export const staffAbsence = sqliteTable(
  'staff_absence',
  {
    id: text('id').primaryKey(),
    staffId: text('staff_id')
      .notNull()
      .references(() => staffAccount.id, { onDelete: 'cascade' }),
    /** London days, both included. */
    fromDay: text('from_day').notNull(),
    toDay: text('to_day').notNull(),
    /** Null: the queue. */
    coverId: text('cover_id').references(() => staffAccount.id, { onDelete: 'set null' }),
    setBy: text('set_by').notNull(),
    setAt: text('set_at').notNull(),
  },
  (table) => [index('staff_absence_staff').on(table.staffId, table.toDay)],
);
