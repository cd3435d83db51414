import { desc, eq } from 'drizzle-orm';
import { z } from 'zod';
import type { Reader, Tx } from '#db/open-database.ts';
import { caseCall } from '#db/schema/casework.ts';
import type { App } from '#platform/context.ts';
import { sealJson, unsealJson, type DataKey } from '#platform/crypto/data-key.ts';
import type { StaffActor } from '../staff-rights.ts';
import type { Call } from './call.ts';
import { onceId } from './once-id.ts';

const callNote = z.object({ text: z.string(), by: z.string() });
type Subject = { readonly id: string; readonly key: DataKey };
const place = (id: string) => ({ table: 'case_call', column: 'sealed_note', row: id });

export type LoggedCall = Pick<Call, 'direction' | 'result' | 'interpreter' | 'note'> & {
  readonly once: string;
};

/** Adds a call with the family; false when the same form has brought it before. */
export function insertCall(
  tx: Tx,
  ctx: Pick<App, 'clock'>,
  subject: Subject,
  staff: StaffActor,
  { once, note, ...call }: LoggedCall,
): boolean {
  const id = onceId(subject, 'call', [once, call.direction, call.result, note]);
  const { changes } = tx
    .insert(caseCall)
    .values({
      ...{ id, ...call, caseId: subject.id, staffId: staff.id, enquiryId: null },
      at: ctx.clock.now().toISOString(),
      sealedNote: sealJson(subject.key, place(id), { text: note, by: staff.name }),
    })
    .onConflictDoNothing({ target: caseCall.id })
    .run();
  return changes === 1;
}

/** The calls of a case, newest first. */
export const listCalls = (db: Reader, subject: Subject): readonly Call[] =>
  db
    .select()
    .from(caseCall)
    .where(eq(caseCall.caseId, subject.id))
    .orderBy(desc(caseCall.at))
    .all()
    .map(({ id, at, direction, result, interpreter, enquiryId, sealedNote }) => {
      const { text, by } =
        sealedNote === null
          ? { text: '', by: '' }
          : callNote.parse(unsealJson(subject.key, place(id), sealedNote));
      return { id, at, direction, result, interpreter, enquiryId, note: text, by };
    });
