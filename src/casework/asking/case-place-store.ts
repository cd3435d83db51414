import { and, asc, eq } from 'drizzle-orm';
import { z } from 'zod';
import type { Reader, Tx } from '#db/open-database.ts';
import { casePlace } from '#db/schema/casework.ts';
import type { App } from '#platform/context.ts';
import { sealJson, unsealJson, type DataKey } from '#platform/crypto/data-key.ts';
import { addedPlaceId } from '#brokerage/added-place.ts';
import type { StaffActor } from '../staff-rights.ts';

const detail = z.object({
  reason: z.string(),
  name: z.string(),
  email: z.string(),
  phone: z.string(),
});
export type PlaceDetail = z.infer<typeof detail>;

/** What a broker thinks of a place for one case. */
export type CasePlace = {
  /** In the directory; of an added place, the id under which it is asked. */
  readonly providerId: string;
  readonly verdict: 'pinned' | 'dropped' | 'added';
  readonly detail: PlaceDetail;
};

type Subject = { readonly id: string; readonly key: DataKey };
const place = (row: string) => ({ table: 'case_place', column: 'sealed_detail', row });
const blank: PlaceDetail = { reason: '', name: '', email: '', phone: '' };

/** A case's pinned, dropped and added places, in the order in which they were. */
export const listCasePlaces = (db: Reader, subject: Subject): readonly CasePlace[] =>
  db
    .select()
    .from(casePlace)
    .where(eq(casePlace.caseId, subject.id))
    .orderBy(asc(casePlace.at))
    .all()
    .map(({ id, providerId, verdict, sealedDetail }) => ({
      providerId: providerId ?? id,
      verdict,
      detail: detail.parse(unsealJson(subject.key, place(id), sealedDetail)),
    }));

type Writer = Pick<App, 'clock' | 'ids'> & { readonly actor: StaffActor };

/** Sets what is thought of a place of the directory; null takes it back. */
export function setVerdict(
  tx: Tx,
  ctx: Writer,
  subject: Subject,
  providerId: string,
  verdict: { readonly verdict: 'pinned' | 'dropped'; readonly reason: string } | null,
): void {
  const own = and(eq(casePlace.caseId, subject.id), eq(casePlace.providerId, providerId));
  tx.delete(casePlace).where(own).run();
  if (verdict === null) return;
  insert(tx, ctx, subject, ctx.ids.id(), {
    providerId,
    verdict: verdict.verdict,
    detail: { ...blank, reason: verdict.reason },
  });
}

/** Adds a place that is not in the directory, for this case alone; gives the id it is asked under. */
export function insertAddedPlace(
  tx: Tx,
  ctx: Writer,
  subject: Subject,
  added: Omit<PlaceDetail, 'reason'>,
): string {
  const id = addedPlaceId(ctx.ids.id());
  insert(tx, ctx, subject, id, {
    providerId: null,
    verdict: 'added',
    detail: { ...blank, ...added },
  });
  return id;
}

function insert(
  tx: Tx,
  ctx: Writer,
  subject: Subject,
  id: string,
  row: Omit<CasePlace, 'providerId'> & { readonly providerId: string | null },
): void {
  const { detail: told, ...rest } = row;
  tx.insert(casePlace)
    .values({
      ...{ id, caseId: subject.id, ...rest },
      ...{ staffId: ctx.actor.id, at: ctx.clock.now().toISOString() },
      sealedDetail: sealJson(subject.key, place(id), told),
    })
    .run();
}
