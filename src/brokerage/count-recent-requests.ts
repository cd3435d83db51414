import type { Reader } from '#db/open-database.ts';
import type { App } from '#platform/context.ts';
import { addHours } from '#platform/links/access-link.ts';
import { countReceivedSince } from './case-contact-store.ts';

/** How many requests a contact, by its blind indexes, has sent within a day: see `suspicionOf`. */
export function countRecentRequests(
  db: Reader,
  { clock }: Pick<App, 'clock'>,
  indexes: { readonly email: string | null; readonly phone: string | null },
): number {
  return countReceivedSince(db, indexes, addHours(clock.now(), -24));
}
