import type { Words } from '#platform/i18n/words.ts';
import type { Note } from './note-store.ts';

/** What colleagues wrote for each other, newest first. */
export const notesView = ({ t, format }: Words, notes: readonly Note[]) =>
  notes.map(({ id, at, text, by }) => ({
    id,
    text,
    who: t('caseFile:note.by', { name: by, moment: format.moment(new Date(at)) }),
  }));
