import { and, eq, isNull } from 'drizzle-orm';
import type { Tx } from '#db/open-database.ts';
import { accessLink } from '#db/schema/platform.ts';
import type { App } from '../context.ts';
import { addHours, hashToken, linkToken, type LinkPurpose } from './access-link.ts';

/**
 * Makes a one-time link to `subjectId` that works for `hours`, and ends the unused ones before it.
 * Gives the link's id; `linkToken` turns that into the secret when the message is written.
 */
export function issueLink(
  tx: Tx,
  ctx: Pick<App, 'clock' | 'ids' | 'keys'>,
  link: { purpose: LinkPurpose; subjectId: string; hours: number },
): string {
  const now = ctx.clock.now();
  const id = ctx.ids.id();
  tx.update(accessLink)
    .set({ supersededAt: now.toISOString() })
    .where(
      and(
        eq(accessLink.purpose, link.purpose),
        eq(accessLink.subjectId, link.subjectId),
        isNull(accessLink.usedAt),
        isNull(accessLink.supersededAt),
      ),
    )
    .run();
  tx.insert(accessLink)
    .values({
      id,
      purpose: link.purpose,
      subjectId: link.subjectId,
      tokenHash: hashToken(linkToken(ctx.keys, id)),
      createdAt: now.toISOString(),
      expiresAt: addHours(now, link.hours).toISOString(),
    })
    .run();
  return id;
}
