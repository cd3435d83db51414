import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import type { Reader, Tx } from '#db/open-database.ts';
import { caseTask } from '#db/schema/casework.ts';
import type { Actor, App } from '#platform/context.ts';

/** What asking, placing and closing ask of people besides a case's next action. */
export type AskingTask = 'call-provider' | 'look-again' | 'follow-up';

/**
 * Puts something on a case's list; the same `subject` of the same kind is there once for each
 * `round` (0 when there can only ever be one); false when it is already. `due` is a London day.
 */
export function insertTask(
  tx: Tx,
  ctx: Pick<App, 'clock' | 'ids'>,
  task: { caseId: string; kind: AskingTask; due: string; subject: string; round?: number },
): boolean {
  const { round = 0, ...row } = task;
  const { changes } = tx
    .insert(caseTask)
    .values({
      ...row,
      id: ctx.ids.id(),
      createdAt: ctx.clock.now().toISOString(),
      dedupeKey: `${row.kind}:${row.caseId}:${row.subject}:${round}`,
    })
    .onConflictDoNothing({ target: caseTask.dedupeKey })
    .run();
  return changes === 1;
}

type Doer = Pick<App, 'clock'> & { readonly actor: Actor };

/** Strikes off what is open of these kinds on a case, about one subject or (null) about any. */
export function finishTasks(
  tx: Tx,
  ctx: Doer,
  caseId: string,
  kinds: readonly AskingTask[],
  subject: string | null,
): void {
  tx.update(caseTask)
    .set({
      doneAt: ctx.clock.now().toISOString(),
      doneBy: ctx.actor.kind === 'staff' ? ctx.actor.id : null,
    })
    .where(
      and(
        eq(caseTask.caseId, caseId),
        inArray(caseTask.kind, [...kinds]),
        isNull(caseTask.doneAt),
        ...(subject === null ? [] : [eq(caseTask.subject, subject)]),
      ),
    )
    .run();
}

export type OpenTask = {
  readonly id: string;
  readonly kind: string;
  /** London day. */
  readonly due: string;
  readonly subject: string;
};

/** What is open of these kinds on a case, the next due first. */
export const openTasks = (
  db: Reader,
  caseId: string,
  kinds: readonly AskingTask[],
): readonly OpenTask[] =>
  db
    .select()
    .from(caseTask)
    .where(
      and(eq(caseTask.caseId, caseId), inArray(caseTask.kind, [...kinds]), isNull(caseTask.doneAt)),
    )
    .orderBy(asc(caseTask.due))
    .all()
    .map(({ id, kind, due, subject }) => ({ id, kind, due, subject: subject ?? '' }));
