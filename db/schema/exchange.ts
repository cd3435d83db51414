import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** What each import did; a refused file leaves no row, because it changed nothing. */
export const importReport = sqliteTable('import_report', {
  id: text('id').primaryKey(),
  kind: text('kind', {
    enum: ['postcodes', 'ofsted', 'consents', 'feed', 'schools', 'services'],
  }).notNull(),
  fileName: text('file_name').notNull(),
  authority: text('authority'),
  asAt: text('as_at').notNull(),
  startedAt: text('started_at').notNull(),
  added: integer('added').notNull(),
  changed: integer('changed').notNull(),
  unchanged: integer('unchanged').notNull(),
  left: integer('left').notNull(),
  refused: integer('refused').notNull(),
  /** `{line, subject, reason}` of each refused row. */
  refusedRows: text('refused_rows', { mode: 'json' })
    .$type<readonly { line: number; subject: string; reason: string }[]>()
    .notNull(),
});
