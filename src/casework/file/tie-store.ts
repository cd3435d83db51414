import { and, eq, inArray, isNull, ne, or } from 'drizzle-orm';
import { z } from 'zod';
import type { Reader, Tx } from '#db/open-database.ts';
import { brokerageCase } from '#db/schema/brokerage.ts';
import { caseTie } from '#db/schema/casework.ts';
import type { App } from '#platform/context.ts';
import { sealJson, unsealJson, type DataKey } from '#platform/crypto/data-key.ts';
import type { StaffActor } from '../staff-rights.ts';

const tieReason = z.object({ text: z.string() });
type Row = typeof caseTie.$inferSelect;
/** Two cases of one family. `caseId` goes on; after a merger `otherId` leads to it. */
export type Tie = Pick<Row, 'id' | 'kind' | 'caseId' | 'otherId' | 'before' | 'at'>;
type Subject = { readonly id: string; readonly key: DataKey };
const place = (id: string) => ({ table: 'case_tie', column: 'sealed_reason', row: id });

export function insertTie(
  tx: Tx,
  ctx: Pick<App, 'clock' | 'ids'>,
  subject: Subject,
  staff: StaffActor,
  tie: Pick<Row, 'kind' | 'otherId' | 'before'> & { readonly reason: string },
): void {
  const { reason, ...row } = tie;
  const id = ctx.ids.id();
  tx.insert(caseTie)
    .values({
      ...{ id, ...row, caseId: subject.id, staffId: staff.id },
      at: ctx.clock.now().toISOString(),
      sealedReason: sealJson(subject.key, place(id), { text: reason }),
    })
    .run();
}

/** The ties of a case that hold, from either side, each with the other case's reference. */
export const listTies = (db: Reader, caseId: string) =>
  db
    .select({ tie: caseTie, reference: brokerageCase.reference })
    .from(caseTie)
    .innerJoin(
      brokerageCase,
      and(
        ne(brokerageCase.id, caseId),
        or(eq(brokerageCase.id, caseTie.caseId), eq(brokerageCase.id, caseTie.otherId)),
      ),
    )
    .where(
      and(or(eq(caseTie.caseId, caseId), eq(caseTie.otherId, caseId)), isNull(caseTie.undoneAt)),
    )
    .all()
    .map(({ tie, reference }) => ({ ...tie, reference }));
export type ListedTie = ReturnType<typeof listTies>[number];

/** Why a case was tied to this one, in the words of who did it. */
export const reasonOf = (subject: Subject, tie: Pick<Row, 'id' | 'sealedReason'>): string =>
  tie.sealedReason === null
    ? ''
    : tieReason.parse(unsealJson(subject.key, place(tie.id), tie.sealedReason)).text;

/** Takes a tie back; false when that was done before. */
export const undoTie = (tx: Tx, ctx: Pick<App, 'clock'>, tieId: string): boolean =>
  tx
    .update(caseTie)
    .set({ undoneAt: ctx.clock.now().toISOString() })
    .where(and(eq(caseTie.id, tieId), isNull(caseTie.undoneAt)))
    .run().changes === 1;

/** Other requests with the same e-mail address or phone number, by their keyed hashes. */
export function sameContact(db: Reader, caseId: string) {
  const [own] = indexesOf(db, [caseId]);
  const matches = [
    ...(own?.email ? [eq(brokerageCase.emailIndex, own.email)] : []),
    ...(own?.phone ? [eq(brokerageCase.phoneIndex, own.phone)] : []),
  ];
  if (matches.length === 0) return [];
  const { id, reference, status, receivedAt } = brokerageCase;
  return db
    .select({ id, reference, status, receivedAt })
    .from(brokerageCase)
    .where(and(ne(brokerageCase.id, caseId), isNull(brokerageCase.erasedAt), or(...matches)))
    .limit(10)
    .all();
}

const indexesOf = (db: Reader, ids: readonly string[]) =>
  db
    .select({
      id: brokerageCase.id,
      email: brokerageCase.emailIndex,
      phone: brokerageCase.phoneIndex,
    })
    .from(brokerageCase)
    .where(inArray(brokerageCase.id, [...ids]))
    .all();
