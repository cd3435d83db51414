import { and, asc, eq, isNull } from 'drizzle-orm';
import { z } from 'zod';
import type { Reader, Tx } from '#db/open-database.ts';
import { caseTask } from '#db/schema/casework.ts';
import type { App } from '#platform/context.ts';
import { sealJson, unsealJson, type DataKey } from '#platform/crypto/data-key.ts';
import type { StaffActor } from '../staff-rights.ts';
import { onceId } from './once-id.ts';

type TaskRow = typeof caseTask.$inferSelect;
export type TaskKind = TaskRow['kind'];
const taskText = z.object({ text: z.string() });
/** Something to do on a case by a London day. */
export type Task = Pick<TaskRow, 'id' | 'kind' | 'due' | 'subject' | 'doneAt'> & {
  readonly text: string;
};

type Subject = { readonly id: string; readonly key: DataKey };
const place = (id: string) => ({ table: 'case_task', column: 'sealed_text', row: id });

/** Adds a broker's own task; false when the same form has brought it before. */
export function insertOwnTask(
  tx: Tx,
  ctx: Pick<App, 'clock'>,
  subject: Subject,
  { text, due, once }: { readonly text: string; readonly due: string; readonly once: string },
): boolean {
  const id = onceId(subject, 'task', [once, text, due]);
  const { changes } = tx
    .insert(caseTask)
    .values({
      ...{ id, caseId: subject.id, kind: 'own', due, dedupeKey: `own:${id}` },
      sealedText: sealJson(subject.key, place(id), { text }),
      createdAt: ctx.clock.now().toISOString(),
    })
    .onConflictDoNothing({ target: caseTask.id })
    .run();
  return changes === 1;
}

/** The tasks of a case, the first due first, done ones too. */
export const listTasks = (db: Reader, subject: Subject): readonly Task[] =>
  db
    .select()
    .from(caseTask)
    .where(eq(caseTask.caseId, subject.id))
    .orderBy(asc(caseTask.due))
    .all()
    .map(({ id, kind, due, subject: about, doneAt, sealedText }) => ({
      ...{ id, kind, due, doneAt, subject: about },
      text:
        sealedText === null
          ? ''
          : taskText.parse(unsealJson(subject.key, place(id), sealedText)).text,
    }));

/** Marks a task of this case as done; false when it is not there or was done before. */
export const finishTaskRow = (
  tx: Tx,
  ctx: Pick<App, 'clock'>,
  subject: Subject,
  staff: StaffActor,
  taskId: string,
): boolean =>
  tx
    .update(caseTask)
    .set({ doneAt: ctx.clock.now().toISOString(), doneBy: staff.id })
    .where(and(eq(caseTask.id, taskId), eq(caseTask.caseId, subject.id), isNull(caseTask.doneAt)))
    .run().changes === 1;
