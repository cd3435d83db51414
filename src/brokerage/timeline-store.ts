import { asc, eq } from 'drizzle-orm';
import type { Reader, Tx } from '#db/open-database.ts';
import { timelineEvent } from '#db/schema/brokerage.ts';
import type { Actor, App } from '#platform/context.ts';
import { sealJson, unsealJson, type DataKey } from '#platform/crypto/data-key.ts';
import { eventDetail, type EventDetail, type EventKind, type TimelineEvent } from './timeline.ts';

const place = (id: string) => ({ table: 'timeline_event', column: 'sealed_detail', row: id });

/** Adds an event to a case, in the transaction of the change it tells of. */
export function addEvent(
  tx: Tx,
  ctx: Pick<App, 'clock' | 'ids'> & { readonly actor: Actor },
  subject: { readonly id: string; readonly key: DataKey },
  kind: EventKind,
  detail: EventDetail = {},
): void {
  const id = ctx.ids.id();
  tx.insert(timelineEvent)
    .values({
      id,
      caseId: subject.id,
      at: ctx.clock.now().toISOString(),
      kind,
      actorKind: ctx.actor.kind,
      actorId: ctx.actor.kind === 'staff' ? ctx.actor.id : null,
      sealedDetail: sealJson(subject.key, place(id), detail),
    })
    .run();
}

/** A case's events, oldest first. */
export const listEvents = (
  db: Reader,
  subject: { readonly id: string; readonly key: DataKey },
): readonly TimelineEvent[] =>
  db
    .select()
    .from(timelineEvent)
    .where(eq(timelineEvent.caseId, subject.id))
    .orderBy(asc(timelineEvent.at))
    .all()
    .map((row) => ({
      at: row.at,
      kind: row.kind as EventKind,
      actorKind: row.actorKind,
      detail:
        row.sealedDetail === null
          ? {}
          : eventDetail.parse(unsealJson(subject.key, place(row.id), row.sealedDetail)),
    }));
