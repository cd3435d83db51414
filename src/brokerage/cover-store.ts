import { and, gte, lte } from 'drizzle-orm';
import type { Reader } from '#db/open-database.ts';
import { staffAbsence } from '#db/schema/staff-absence.ts';

/**
 * Who sees to what comes to an owner on a London day: the owner or, while they are away, their cover,
 * or the cover's cover. Null for the queue: nobody covers, or all who do are away too.
 */
export function coverFor(db: Reader, ownerId: string | null, today: string): string | null {
  if (ownerId === null) return null;
  const away = db
    .select({ staffId: staffAbsence.staffId, coverId: staffAbsence.coverId })
    .from(staffAbsence)
    .where(and(lte(staffAbsence.fromDay, today), gte(staffAbsence.toDay, today)))
    .all();
  const covers = new Map(away.map(({ staffId, coverId }) => [staffId, coverId]));
  return follow(covers, ownerId, new Set());
}

function follow(
  covers: ReadonlyMap<string, string | null>,
  who: string,
  seen: ReadonlySet<string>,
): string | null {
  const cover = covers.get(who);
  if (cover === undefined) return who;
  return cover === null || seen.has(who) ? null : follow(covers, cover, new Set([...seen, who]));
}
