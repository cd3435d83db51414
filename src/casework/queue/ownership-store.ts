import { and, desc, eq, gt, inArray, isNotNull, isNull, ne, sql } from 'drizzle-orm';
import type { Reader, Tx } from '#db/open-database.ts';
import { brokerageCase, timelineEvent } from '#db/schema/brokerage.ts';
import { caseCall, caseNote, casePlace } from '#db/schema/casework.ts';
import type { EventKind } from '#brokerage/timeline.ts';
import { isOpen } from './queue-store.ts';

/** The events with which a case comes to its owner. */
export const owningEvents: readonly EventKind[] = ['claimed', 'handed-over'];

/** Gives an open case that nobody owns to one member of staff; false when somebody was first. */
export const takeOwnership = (tx: Tx, caseId: string, staffId: string): boolean =>
  tx
    .update(brokerageCase)
    .set({
      ownerId: staffId,
      status: sql`case when status = 'new' then 'in-progress' else status end`,
      nextAction: sql`case when status = 'new' then 'find-places' else next_action end`,
      version: sql`version + 1`,
    })
    .where(
      and(
        eq(brokerageCase.id, caseId),
        isNull(brokerageCase.ownerId),
        ne(brokerageCase.status, 'closed'),
      ),
    )
    .run().changes === 1;

/** Who owns a case, and the moment since when; undefined when there is no such case. */
export function findOwnership(
  db: Reader,
  reference: string,
): { readonly ownerId: string | null; readonly since: string } | undefined {
  const found = db
    .select({
      id: brokerageCase.id,
      ownerId: brokerageCase.ownerId,
      receivedAt: brokerageCase.receivedAt,
    })
    .from(brokerageCase)
    .where(eq(brokerageCase.reference, reference))
    .get();
  if (!found) return undefined;
  const last = db
    .select({ at: timelineEvent.at })
    .from(timelineEvent)
    .where(and(eq(timelineEvent.caseId, found.id), inArray(timelineEvent.kind, [...owningEvents])))
    .orderBy(desc(timelineEvent.at))
    .limit(1)
    .get();
  return { ownerId: found.ownerId, since: last?.at ?? found.receivedAt };
}

const isOwned = and(isOpen, isNotNull(brokerageCase.ownerId));

/** The ids of the open cases that one member of staff owns, or anybody. */
export const listOwned = (
  db: Reader,
  ownerId?: string,
): readonly { id: string; ownerId: string }[] =>
  db
    .select({ id: brokerageCase.id, ownerId: brokerageCase.ownerId })
    .from(brokerageCase)
    .where(ownerId === undefined ? isOwned : and(isOwned, eq(brokerageCase.ownerId, ownerId)))
    .all()
    .map((row) => ({ id: row.id, ownerId: row.ownerId ?? '' }));

/** What staff did last on a case's timeline, and when; null when nobody has done anything. */
export const lastDeed = (
  db: Reader,
  caseId: string,
): { readonly kind: string; readonly at: string } | null =>
  db
    .select({ kind: timelineEvent.kind, at: timelineEvent.at })
    .from(timelineEvent)
    .where(and(eq(timelineEvent.caseId, caseId), eq(timelineEvent.actorKind, 'staff')))
    .orderBy(desc(timelineEvent.at), desc(sql`rowid`))
    .limit(1)
    .get() ?? null;

/** Whether anybody wrote a note, called, or weighed a place on a case after a moment. */
export const hasQuietWork = (db: Reader, caseId: string, after: string): boolean =>
  [caseNote, caseCall, casePlace].some(
    (table) =>
      db
        .select({ id: table.id })
        .from(table)
        .where(and(eq(table.caseId, caseId), gt(table.at, after)))
        .limit(1)
        .get() !== undefined,
  );

/** Whether what the family said last waits to be read. */
export const readsFamilyNext = (db: Reader, caseId: string): boolean =>
  db
    .select({ nextAction: brokerageCase.nextAction })
    .from(brokerageCase)
    .where(eq(brokerageCase.id, caseId))
    .get()?.nextAction === 'read-message';
