import { and, eq, isNull } from 'drizzle-orm';
import { accessLink } from '#db/schema/platform.ts';
import type { Reader, Tx } from '#db/open-database.ts';
import type { App } from '../context.ts';
import { failure, success, type Result } from '../result.ts';
import { inTransaction } from '../transaction.ts';
import { hashToken, type LinkPurpose } from './access-link.ts';
import { startVisit } from './visit.ts';

type LinkProblem = 'link-unknown' | 'link-used' | 'link-expired';
export type Opened = { readonly subjectId: string; readonly visitToken: string };

/**
 * Exchanges a link's secret for a visit, once. Called from a POST, because mail scanners follow
 * every GET. Problems: `link-unknown`, `link-used`, `link-expired`.
 */
export function openLink(
  app: Pick<App, 'db' | 'clock' | 'ids'>,
  purpose: LinkPurpose,
  token: string,
  visitHours: number,
): Result<Opened, LinkProblem> {
  return inTransaction(app.db, (tx): Result<Opened, LinkProblem> => {
    const looked = lookAtLink(tx, app, purpose, token);
    if (!looked.ok) return looked;
    const { id, subjectId } = looked.value;
    if (!markUsed(tx, app, id)) return failure('link-used');
    return success({
      subjectId,
      visitToken: startVisit(tx, app, { purpose, subjectId, hours: visitHours }),
    });
  });
}

/** What a link would open, without using it. */
export function lookAtLink(
  db: Reader,
  app: Pick<App, 'clock'>,
  purpose: LinkPurpose,
  token: string,
): Result<{ id: string; subjectId: string }, LinkProblem> {
  const link = db
    .select()
    .from(accessLink)
    .where(and(eq(accessLink.tokenHash, hashToken(token)), eq(accessLink.purpose, purpose)))
    .get();
  if (!link) return failure('link-unknown');
  if (link.usedAt !== null || link.supersededAt !== null) return failure('link-used');
  if (link.expiresAt <= app.clock.now().toISOString()) return failure('link-expired');
  return success({ id: link.id, subjectId: link.subjectId });
}

/** The subject of a link in whatever state, so that a fresh one can be sent to the address on file. */
export const subjectOfLink = (
  db: Reader,
  purpose: LinkPurpose,
  token: string,
): string | undefined =>
  db
    .select({ subjectId: accessLink.subjectId })
    .from(accessLink)
    .where(and(eq(accessLink.tokenHash, hashToken(token)), eq(accessLink.purpose, purpose)))
    .get()?.subjectId;

const markUsed = (tx: Tx, app: Pick<App, 'clock'>, id: string): boolean =>
  tx
    .update(accessLink)
    .set({ usedAt: app.clock.now().toISOString() })
    .where(and(eq(accessLink.id, id), isNull(accessLink.usedAt)))
    .run().changes === 1;
