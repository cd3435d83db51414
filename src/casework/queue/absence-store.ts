import { and, asc, eq, gte } from 'drizzle-orm';
import type { Reader, Tx } from '#db/open-database.ts';
import { staffAccount } from '#db/schema/accounts.ts';
import { staffAbsence } from '#db/schema/staff-absence.ts';

/** Days on which somebody is away, as London days, both included. */
export type Absence = {
  readonly id: string;
  readonly staffId: string;
  readonly name: string;
  readonly fromDay: string;
  readonly toDay: string;
  /** Null for the queue. */
  readonly coverId: string | null;
};

/** Who is away on a day or later, the soonest first. */
export const listAbsences = (db: Reader, today: string): readonly Absence[] =>
  db
    .select({
      id: staffAbsence.id,
      staffId: staffAbsence.staffId,
      name: staffAccount.name,
      fromDay: staffAbsence.fromDay,
      toDay: staffAbsence.toDay,
      coverId: staffAbsence.coverId,
    })
    .from(staffAbsence)
    .innerJoin(staffAccount, eq(staffAccount.id, staffAbsence.staffId))
    .where(gte(staffAbsence.toDay, today))
    .orderBy(asc(staffAbsence.fromDay), asc(staffAccount.name))
    .all();

export const insertAbsence = (tx: Tx, row: typeof staffAbsence.$inferInsert): void => {
  tx.insert(staffAbsence).values(row).run();
};

/** Whose absence it is; undefined when there is none such. */
export const absentOf = (db: Reader, id: string): string | undefined =>
  db
    .select({ staffId: staffAbsence.staffId })
    .from(staffAbsence)
    .where(and(eq(staffAbsence.id, id)))
    .get()?.staffId;

export const deleteAbsence = (tx: Tx, id: string): void => {
  tx.delete(staffAbsence).where(eq(staffAbsence.id, id)).run();
};
