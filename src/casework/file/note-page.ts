import { z } from 'zod';
import type { Ctx } from '#platform/context.ts';
import { success, type Result } from '#platform/result.ts';
import { staffWith } from '../staff-rights.ts';
import { notesView } from './case-notes.view.ts';
import { filledLines, once } from './fields.ts';
import { takeForm, type FormState } from './form-state.ts';
import { listNotes } from './note-store.ts';
import { readCase } from './read-case.ts';
import { writeNote } from './write-note.ts';

const form = z.object({ text: filledLines('caseFile:note.missing'), once });

export type NotePage = {
  readonly form: FormState;
  readonly notes: ReturnType<typeof notesView>;
};

/** The page on which staff write a note for each other, with the notes so far. */
export async function notePage(
  ctx: Ctx,
  reference: string,
  request: Request,
): Promise<Result<NotePage>> {
  const staff = staffWith('work', ctx.actor);
  if (!staff.ok) return staff;
  const read = readCase(ctx, reference, 'work');
  if (!read.ok) return read;
  const act = (note: z.infer<typeof form>) => writeNote(ctx, reference, note);
  const taken = await takeForm(ctx, request, read.value.version, form, act);
  if (!taken.ok) return taken;
  const notes = notesView(ctx.words, listNotes(ctx.db, read.value));
  return success({ form: taken.value, notes });
}
