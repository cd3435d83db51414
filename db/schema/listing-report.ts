import { index, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** What somebody says is wrong on a provider's page. Their words and address are sealed. */
export const listingReport = sqliteTable(
  'listing_report',
  {
    id: text('id').primaryKey(),
    providerId: text('provider_id').notNull(),
    receivedAt: text('received_at').notNull(),
    /** Which groups of facts, such as `hours`. */
    about: text('about', { mode: 'json' }).$type<readonly string[]>().notNull(),
    wrappedKey: text('wrapped_key').notNull(),
    sealedReport: text('sealed_report').notNull(),
  },
  (table) => [index('listing_report_received').on(table.receivedAt)],
);
