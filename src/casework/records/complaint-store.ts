import { and, asc, eq, isNull } from 'drizzle-orm';
import { z } from 'zod';
import type { Reader, Tx } from '#db/open-database.ts';
import { brokerageCase } from '#db/schema/brokerage.ts';
import { complaint } from '#db/schema/casework.ts';
import type { App } from '#platform/context.ts';
import { sealJson, unsealJson, type DataKey } from '#platform/crypto/data-key.ts';
import type { StaffActor } from '../staff-rights.ts';
import type { ComplaintKind } from './complaint.ts';

const words = z.object({ text: z.string(), by: z.string() });
type Subject = { readonly id: string; readonly key: DataKey };
const place = (row: string, column: 'sealed_text' | 'sealed_answer') => ({
  table: 'complaint',
  column,
  row,
});

/** A complaint about how a request was handled. Days are London days. */
export type Complaint = {
  readonly id: string;
  readonly kind: ComplaintKind;
  readonly receivedAt: string;
  readonly due: string;
  readonly acknowledgedAt: string | null;
  readonly closedAt: string | null;
  readonly text: string;
  readonly answer: string | null;
};

export function insertComplaint(
  tx: Tx,
  ctx: Pick<App, 'ids'>,
  subject: Subject,
  staff: StaffActor,
  { text, ...row }: Pick<Complaint, 'kind' | 'receivedAt' | 'due' | 'text'>,
): void {
  const id = ctx.ids.id();
  tx.insert(complaint)
    .values({
      ...{ id, caseId: subject.id, staffId: staff.id, ...row },
      sealedText: sealJson(subject.key, place(id, 'sealed_text'), { text, by: staff.name }),
    })
    .run();
}

/** The complaints of a case, oldest first. */
export const listComplaintsOf = (db: Reader, subject: Subject): readonly Complaint[] =>
  db
    .select()
    .from(complaint)
    .where(eq(complaint.caseId, subject.id))
    .orderBy(asc(complaint.receivedAt))
    .all()
    .map(({ id, sealedText, sealedAnswer, ...row }) => {
      const open = (sealed: string, column: 'sealed_text' | 'sealed_answer') =>
        words.parse(unsealJson(subject.key, place(id, column), sealed)).text;
      const { kind, receivedAt, due, acknowledgedAt, closedAt } = row;
      return {
        ...{ id, kind, receivedAt, due, acknowledgedAt, closedAt },
        text: open(sealedText, 'sealed_text'),
        answer: sealedAnswer === null ? null : open(sealedAnswer, 'sealed_answer'),
      };
    });

const isOpen = isNull(complaint.closedAt);

/** The complaints that are not answered yet, unopened, the first due first. */
export const listOpenComplaints = (db: Reader) =>
  db
    .select({
      reference: brokerageCase.reference,
      kind: complaint.kind,
      receivedAt: complaint.receivedAt,
      due: complaint.due,
      acknowledgedAt: complaint.acknowledgedAt,
    })
    .from(complaint)
    .innerJoin(brokerageCase, eq(brokerageCase.id, complaint.caseId))
    .where(isOpen)
    .orderBy(asc(complaint.due))
    .all();

/** Marks a complaint of this case as acknowledged; false when it was, or is not there. */
export const acknowledge = (
  tx: Tx,
  ctx: Pick<App, 'clock'>,
  subject: Subject,
  id: string,
): boolean =>
  tx
    .update(complaint)
    .set({ acknowledgedAt: ctx.clock.now().toISOString() })
    .where(
      and(eq(complaint.id, id), eq(complaint.caseId, subject.id), isNull(complaint.acknowledgedAt)),
    )
    .run().changes === 1;

/** Keeps the answer to a complaint of this case; false when it was answered, or is not there. */
export function saveComplaintAnswer(
  tx: Tx,
  ctx: Pick<App, 'clock'>,
  subject: Subject,
  staff: StaffActor,
  { id, text }: { readonly id: string; readonly text: string },
): boolean {
  const closedAt = ctx.clock.now().toISOString();
  const sealedAnswer = sealJson(subject.key, place(id, 'sealed_answer'), { text, by: staff.name });
  const { changes } = tx
    .update(complaint)
    .set({ closedAt, sealedAnswer })
    .where(and(eq(complaint.id, id), eq(complaint.caseId, subject.id), isOpen))
    .run();
  return changes === 1;
}
