import { and, lte, ne } from 'drizzle-orm';
import type { Reader } from '#db/open-database.ts';
import { outboxMessage } from '#db/schema/platform.ts';

/** Removes what was queued up to an ISO day or moment and waits no longer. Gives how many. */
export const purgeMessages = (db: Reader, upTo: string): number =>
  db
    .delete(outboxMessage)
    .where(and(ne(outboxMessage.state, 'queued'), lte(outboxMessage.createdAt, upTo)))
    .run().changes;
