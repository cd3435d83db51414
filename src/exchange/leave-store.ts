import { and, eq, isNull, lte, sql } from 'drizzle-orm';
import type { Tx } from '#db/open-database.ts';
import { location, serviceAtLocation } from '#db/schema/directory.ts';
import { registration } from '#db/schema/directory-registration.ts';
import type { Source } from './registration-write-store.ts';

export type Registered = { readonly id: string; readonly authority: string; readonly type: string };

/**
 * Marks as left what a file should have and has not, and says how many; their rows stay. What a
 * newer file spoke of is not asked about.
 */
export function markLeft(
  tx: Tx,
  { asAt, isSample }: Source,
  isGone: (one: Registered) => boolean,
): number {
  const current = tx
    .select({
      id: serviceAtLocation.id,
      authority: location.authority,
      type: registration.ofstedType,
    })
    .from(serviceAtLocation)
    .innerJoin(location, eq(location.id, serviceAtLocation.locationId))
    .innerJoin(registration, eq(registration.serviceAtLocationId, serviceAtLocation.id))
    .where(
      and(
        eq(serviceAtLocation.source, isSample ? 'sample' : 'ofsted'),
        isNull(serviceAtLocation.leftOn),
        lte(serviceAtLocation.asAt, asAt),
      ),
    )
    .all();
  const gone = current.filter(isGone);
  const leave = tx
    .update(serviceAtLocation)
    .set({ leftOn: asAt })
    .where(eq(serviceAtLocation.id, sql.placeholder('id')))
    .prepare();
  for (const { id } of gone) leave.run({ id });
  return gone.length;
}

/** The invented places go once real ones come; says how many. */
export const markSampleLeft = (tx: Tx, asAt: string): number =>
  tx
    .update(serviceAtLocation)
    .set({ leftOn: asAt })
    .where(and(eq(serviceAtLocation.isSample, true), isNull(serviceAtLocation.leftOn)))
    .run().changes;
