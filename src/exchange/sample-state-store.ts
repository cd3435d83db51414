import { and, eq, isNull } from 'drizzle-orm';
import type { Reader } from '#db/open-database.ts';
import { serviceAtLocation } from '#db/schema/directory.ts';
import { inclusionAnswer } from '#db/schema/directory-offer.ts';
import { registration } from '#db/schema/directory-registration.ts';
import { importReport } from '#db/schema/exchange.ts';

const isCurrentSample = and(eq(serviceAtLocation.isSample, true), isNull(serviceAtLocation.leftOn));

/**
 * Whose the directory is: nobody's yet, the sample area's, or a council's. Open data about public
 * places that came with the sample's own does not make it a council's; the sample's own places that
 * have all left do.
 */
export function ownerOfDirectory(db: Reader): 'nobody' | 'sample' | 'council' {
  const first = (where?: typeof isCurrentSample) =>
    db.select({ id: serviceAtLocation.id }).from(serviceAtLocation).where(where).limit(1).get();
  if (first(isCurrentSample)) return 'sample';
  return first() ? 'council' : 'nobody';
}

/** The registrations come in one transaction: when one is current, all are. */
export const hasSampleChildcare = (db: Reader): boolean =>
  db
    .select({ id: serviceAtLocation.id })
    .from(serviceAtLocation)
    .innerJoin(registration, eq(registration.serviceAtLocationId, serviceAtLocation.id))
    .where(isCurrentSample)
    .limit(1)
    .get() !== undefined;

/** The details come in one transaction too; no other file says inclusion of registered childcare. */
export const hasSampleDetails = (db: Reader): boolean =>
  db
    .select({ id: inclusionAnswer.serviceAtLocationId })
    .from(inclusionAnswer)
    .innerJoin(
      registration,
      eq(registration.serviceAtLocationId, inclusionAnswer.serviceAtLocationId),
    )
    .where(eq(inclusionAnswer.source, 'sample'))
    .limit(1)
    .get() !== undefined;

/** Whether a file of this name and kind was ever taken. */
export const wasImported = (
  db: Reader,
  kind: (typeof importReport.$inferSelect)['kind'],
  fileName: string,
): boolean =>
  db
    .select({ id: importReport.id })
    .from(importReport)
    .where(and(eq(importReport.kind, kind), eq(importReport.fileName, fileName)))
    .limit(1)
    .get() !== undefined;
