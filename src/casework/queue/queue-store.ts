import { and, count, desc, eq, inArray, isNull, or, sql } from 'drizzle-orm';
import type { CaseRow } from '#brokerage/case-store.ts';
import type { NextAction } from '#brokerage/case-status.ts';
import type { Reader } from '#db/open-database.ts';
import { brokerageCase } from '#db/schema/brokerage.ts';
import { caseTask } from '#db/schema/casework.ts';
import { dueOn, type DueTask, type QueuedCase } from './queue.ts';

const columns = {
  id: brokerageCase.id,
  version: brokerageCase.version,
  status: brokerageCase.status,
  ownerId: brokerageCase.ownerId,
  nextAction: brokerageCase.nextAction,
  nextActionDue: brokerageCase.nextActionDue,
  isUrgent: brokerageCase.isUrgent,
  quarantinedFor: brokerageCase.quarantinedFor,
  receivedAt: brokerageCase.receivedAt,
  contactDue: brokerageCase.contactDue,
  contactedAt: brokerageCase.contactedAt,
  optionsDue: brokerageCase.optionsDue,
  optionsAt: brokerageCase.optionsAt,
  waitingSince: brokerageCase.waitingSince,
};
/** As the index of what is open says it, word for word: it serves no other wording. */
export const isOpen = sql`${brokerageCase.status} <> 'closed'`;

/** Every open case, and every closed one with a task that is due by `today` (London). */
export function listQueued(db: Reader, today: string): readonly QueuedCase[] {
  const tasks = firstTasks(db);
  const withTask = [...tasks].filter(([, { due }]) => due <= today).map(([id]) => id);
  const open = db.select(columns).from(brokerageCase).where(isOpen).all();
  const known = new Set(open.map(({ id }) => id));
  const closed = inParts(
    withTask.filter((id) => !known.has(id)),
    (ids) => db.select(columns).from(brokerageCase).where(inArray(brokerageCase.id, ids)).all(),
  );
  return [...open, ...closed].map(({ quarantinedFor, nextAction, ...row }) => {
    const task = tasks.get(row.id) ?? null;
    const isHeld = quarantinedFor !== null;
    const due = dueOn({ ...row, task });
    return { ...row, nextAction: nextAction as NextAction | null, isHeld, task, due };
  });
}

/** The task of each case that is due first and not done. */
function firstTasks(db: Reader): ReadonlyMap<string, DueTask> {
  const rows = db
    .select({ caseId: caseTask.caseId, kind: caseTask.kind, due: caseTask.due })
    .from(caseTask)
    .where(isNull(caseTask.doneAt))
    .orderBy(desc(caseTask.due))
    .all();
  return new Map(rows.map(({ caseId, kind, due }) => [caseId, { kind, due }]));
}

const part = 500;

/** SQLite takes only so many values in one statement. */
function inParts<Row>(
  ids: readonly string[],
  list: (ids: string[]) => readonly Row[],
): readonly Row[] {
  const parts = Array.from({ length: Math.ceil(ids.length / part) }, (_, at) =>
    ids.slice(at * part, (at + 1) * part),
  );
  return parts.flatMap(list);
}

/** The whole rows of cases, sealed, in no order. */
export const listRowsOf = (db: Reader, ids: readonly string[]): readonly CaseRow[] =>
  inParts(ids, (some) =>
    db.select().from(brokerageCase).where(inArray(brokerageCase.id, some)).all(),
  );

/** As the index of what has closed says it. */
const isClosed = and(
  sql`${brokerageCase.status} = 'closed'`,
  isNull(brokerageCase.quarantinedFor),
  isNull(brokerageCase.erasedAt),
);

/** One page of closed cases, the latest first. */
export const listClosedRows = (
  db: Reader,
  page: { readonly offset: number; readonly limit: number },
): readonly CaseRow[] => {
  const ids = db
    .select({ id: brokerageCase.id })
    .from(brokerageCase)
    .where(isClosed)
    .orderBy(desc(brokerageCase.closedAt))
    .limit(page.limit)
    .offset(page.offset)
    .all()
    .map(({ id }) => id);
  return inOrder(ids, listRowsOf(db, ids));
};

/** Rows in the order of their ids. */
export function inOrder(ids: readonly string[], rows: readonly CaseRow[]): readonly CaseRow[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

export const countClosed = (db: Reader): number =>
  db.select({ count: count() }).from(brokerageCase).where(isClosed).get()?.count ?? 0;

const mostFound = 50;

/** The cases of a reference, or of a contact by its keyed hashes, the latest first. */
export const findRows = (
  db: Reader,
  by: { readonly reference: string; readonly email: string | null; readonly phone: string | null },
): readonly CaseRow[] =>
  db
    .select()
    .from(brokerageCase)
    .where(
      or(
        eq(brokerageCase.reference, by.reference),
        ...(by.email === null ? [] : [eq(brokerageCase.emailIndex, by.email)]),
        ...(by.phone === null ? [] : [eq(brokerageCase.phoneIndex, by.phone)]),
      ),
    )
    .orderBy(desc(brokerageCase.receivedAt))
    .limit(mostFound)
    .all();
