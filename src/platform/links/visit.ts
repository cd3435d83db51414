import { and, eq, gt, lte } from 'drizzle-orm';
import type { Db, Reader, Tx } from '#db/open-database.ts';
import { visit } from '#db/schema/platform.ts';
import type { App } from '../context.ts';
import { addHours, hashToken, type LinkPurpose } from './access-link.ts';

/** Opens one browser's way in to one subject; gives the secret for its cookie. */
export function startVisit(
  tx: Tx,
  ctx: Pick<App, 'clock' | 'ids'>,
  what: { purpose: LinkPurpose; subjectId: string; hours: number },
): string {
  const now = ctx.clock.now();
  const token = ctx.ids.token();
  tx.insert(visit)
    .values({
      tokenHash: hashToken(token),
      purpose: what.purpose,
      subjectId: what.subjectId,
      createdAt: now.toISOString(),
      expiresAt: addHours(now, what.hours).toISOString(),
    })
    .run();
  return token;
}

/** The subject that a cookie's secret opens, or undefined when it opens nothing (any more). */
export const findVisit = (
  db: Reader,
  clock: App['clock'],
  purpose: LinkPurpose,
  token: string,
): string | undefined =>
  db
    .select({ subjectId: visit.subjectId })
    .from(visit)
    .where(
      and(
        eq(visit.tokenHash, hashToken(token)),
        eq(visit.purpose, purpose),
        gt(visit.expiresAt, clock.now().toISOString()),
      ),
    )
    .get()?.subjectId;

export const endVisit = (db: Reader, token: string): void => {
  db.delete(visit)
    .where(eq(visit.tokenHash, hashToken(token)))
    .run();
};

/** Removes visits that have ended; run by housekeeping. */
export const purgeVisits = (db: Db, clock: App['clock']): number =>
  db.delete(visit).where(lte(visit.expiresAt, clock.now().toISOString())).run().changes;
