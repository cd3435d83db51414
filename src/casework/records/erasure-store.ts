import { and, asc, eq, isNull } from 'drizzle-orm';
import { z } from 'zod';
import type { Reader, Tx } from '#db/open-database.ts';
import { brokerageCase } from '#db/schema/brokerage.ts';
import { erasureRequest } from '#db/schema/casework.ts';
import type { App } from '#platform/context.ts';
import { sealJson, unsealJson, type DataKey } from '#platform/crypto/data-key.ts';
import type { StaffActor } from '../staff-rights.ts';

const reasonText = z.object({ text: z.string(), by: z.string() });
type Subject = { readonly id: string; readonly key: DataKey };
const place = (row: string) => ({ table: 'erasure_request', column: 'sealed_reason', row });
const isOpen = isNull(erasureRequest.decidedAt);

/** An erasure that waits for a second person; `by` is the name of who asked. */
export type OpenErasure = z.infer<typeof reasonText> & {
  readonly id: string;
  readonly askedBy: string;
  readonly askedAt: string;
};

export function insertErasure(
  tx: Tx,
  ctx: Pick<App, 'clock' | 'ids'>,
  subject: Subject,
  staff: StaffActor,
  text: string,
): void {
  const id = ctx.ids.id();
  tx.insert(erasureRequest)
    .values({
      ...{ id, caseId: subject.id, askedBy: staff.id },
      askedAt: ctx.clock.now().toISOString(),
      sealedReason: sealJson(subject.key, place(id), { text, by: staff.name }),
    })
    .run();
}

/** The erasure of a case that waits; undefined when none does. */
export function findOpenErasure(db: Reader, subject: Subject): OpenErasure | undefined {
  const row = db
    .select()
    .from(erasureRequest)
    .where(and(eq(erasureRequest.caseId, subject.id), isOpen))
    .get();
  return (
    row && {
      ...{ id: row.id, askedBy: row.askedBy, askedAt: row.askedAt },
      ...reasonText.parse(unsealJson(subject.key, place(row.id), row.sealedReason)),
    }
  );
}

/** All erasures that wait, oldest first, unopened. */
export const listOpenErasures = (db: Reader) =>
  db
    .select({
      reference: brokerageCase.reference,
      askedBy: erasureRequest.askedBy,
      askedAt: erasureRequest.askedAt,
    })
    .from(erasureRequest)
    .innerJoin(brokerageCase, eq(brokerageCase.id, erasureRequest.caseId))
    .where(isOpen)
    .orderBy(asc(erasureRequest.askedAt))
    .all();

/** Keeps that an erasure was refused; one that was done takes its row with it. */
export const refuseErasure = (
  tx: Tx,
  ctx: Pick<App, 'clock'>,
  id: string,
  staff: StaffActor,
): void => {
  tx.update(erasureRequest)
    .set({ decision: 'refused', decidedBy: staff.id, decidedAt: ctx.clock.now().toISOString() })
    .where(and(eq(erasureRequest.id, id), isOpen))
    .run();
};
