import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import type { Reader } from '#db/open-database.ts';
import { staffAccount } from '#db/schema/accounts.ts';
import type { StaffRole } from '#platform/context.ts';
import { staffWith } from '../staff-rights.ts';

export type Colleague = {
  readonly id: string;
  readonly name: string;
  readonly role: StaffRole;
};

const columns = { id: staffAccount.id, name: staffAccount.name, role: staffAccount.role };

/** Those who can own a case today, by name. */
export const listColleagues = (db: Reader): readonly Colleague[] =>
  db
    .select(columns)
    .from(staffAccount)
    .where(isNull(staffAccount.disabledAt))
    .orderBy(asc(staffAccount.name))
    .all()
    .filter(mayOwn);

/** One of them; undefined for nobody, and for who may not own a case. */
export function findColleague(db: Reader, id: string): Colleague | undefined {
  const row = db
    .select(columns)
    .from(staffAccount)
    .where(and(eq(staffAccount.id, id), isNull(staffAccount.disabledAt)))
    .get();
  return row && mayOwn(row) ? row : undefined;
}

/** The names of these accounts, also of those who have left. */
export const namesOf = (db: Reader, ids: readonly string[]): ReadonlyMap<string, string> =>
  new Map(
    db
      .select(columns)
      .from(staffAccount)
      .where(inArray(staffAccount.id, [...new Set(ids)]))
      .all()
      .map(({ id, name }) => [id, name]),
  );

const mayOwn = (account: Colleague & { readonly role: StaffRole }): boolean =>
  staffWith('work', { kind: 'staff', ...account }).ok;
