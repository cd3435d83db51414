import { desc, eq } from 'drizzle-orm';
import { z } from 'zod';
import type { Reader, Tx } from '#db/open-database.ts';
import { caseNote } from '#db/schema/casework.ts';
import type { App } from '#platform/context.ts';
import { sealJson, unsealJson, type DataKey } from '#platform/crypto/data-key.ts';
import type { StaffActor } from '../staff-rights.ts';
import { onceId } from './once-id.ts';

const noteText = z.object({ text: z.string(), by: z.string() });
/** A note among staff; `by` is the writer's name. */
export type Note = z.infer<typeof noteText> & { readonly id: string; readonly at: string };

type Subject = { readonly id: string; readonly key: DataKey };
const place = (id: string) => ({ table: 'case_note', column: 'sealed_text', row: id });

/** Adds a note; false when the same form has brought the same words before. */
export function insertNote(
  tx: Tx,
  ctx: Pick<App, 'clock'>,
  subject: Subject,
  staff: StaffActor,
  { text, once }: { readonly text: string; readonly once: string },
): boolean {
  const id = onceId(subject, 'note', [once, text]);
  const { changes } = tx
    .insert(caseNote)
    .values({
      ...{ id, caseId: subject.id, staffId: staff.id },
      at: ctx.clock.now().toISOString(),
      sealedText: sealJson(subject.key, place(id), { text, by: staff.name }),
    })
    .onConflictDoNothing({ target: caseNote.id })
    .run();
  return changes === 1;
}

/** A case's notes, newest first. */
export const listNotes = (db: Reader, subject: Subject): readonly Note[] =>
  db
    .select()
    .from(caseNote)
    .where(eq(caseNote.caseId, subject.id))
    .orderBy(desc(caseNote.at))
    .all()
    .map(({ id, at, sealedText }) => ({
      ...{ id, at },
      ...noteText.parse(unsealJson(subject.key, place(id), sealedText)),
    }));
