import { addPlaceToCase } from '#casework/asking/add-place.ts';
import { listCasePlaces } from '#casework/asking/case-place-store.ts';
import { addContact } from '#casework/file/add-contact.ts';
import { addTask } from '#casework/file/add-task.ts';
import { listCalls } from '#casework/file/call-store.ts';
import { listContacts } from '#casework/file/contact-store.ts';
import { linkSiblings } from '#casework/file/link-siblings.ts';
import { logCall } from '#casework/file/log-call.ts';
import { listNotes } from '#casework/file/note-store.ts';
import { referOn } from '#casework/file/refer-on.ts';
import { listReferrals } from '#casework/file/referral-store.ts';
import { listTasks } from '#casework/file/task-store.ts';
import { listTies, reasonOf } from '#casework/file/tie-store.ts';
import { writeNote } from '#casework/file/write-note.ts';
import { askErasure } from '#casework/records/ask-erasure.ts';
import { listComplaintsOf } from '#casework/records/complaint-store.ts';
import { findOpenErasure } from '#casework/records/erasure-store.ts';
import { recordComplaint } from '#casework/records/record-complaint.ts';
import { settleComplaint } from '#casework/records/settle-complaint.ts';
import { findCase, type OpenCase } from '#brokerage/case-store.ts';
import type { Actor } from '#platform/context.ts';
import { valueOf } from './request.ts';
import type { TestApp } from './test-app.ts';

/** Everything that a member of staff can type about an open case, each with `text` in it. */
export function workOn(app: TestApp, reference: string, other: string, text: string, by: Actor) {
  const ctx = app.as(by);
  const now = () => {
    const subject = findCase(app.db, app, { reference });
    if (!subject) throw new Error('The case is not there');
    return subject;
  };
  const at = () => ({ reference, version: now().version });
  const once = () => app.ids.id();
  const note = { direction: 'out', result: 'voicemail', interpreter: false, note: text } as const;
  const contact = { role: 'therapist', name: text, team: text, reach: text, note: text } as const;
  const consent = { givenBy: text, how: 'by-phone', day: '2026-11-20' } as const;
  valueOf(writeNote(ctx, reference, { text, once: once() }));
  valueOf(logCall(ctx, at(), { ...note, once: once() }));
  valueOf(addTask(ctx, reference, { text, due: '2026-12-01', once: once() }));
  valueOf(addContact(ctx, reference, { ...contact, isLead: false, once: once() }));
  valueOf(addPlaceToCase(ctx, reference, { name: text, email: 'added@x.example', phone: '' }));
  const passed = { to: text, purpose: text, groups: ['children' as const], consent };
  valueOf(referOn(ctx, at(), { kind: 'service', ...passed }));
  valueOf(linkSiblings(ctx, at(), { other, reason: text }));
  valueOf(recordComplaint(ctx, reference, { kind: 'service', text, day: '2026-11-20' }));
  const [complaint] = listComplaintsOf(app.db, now());
  valueOf(settleComplaint(ctx, reference, complaint?.id ?? '', { step: 'answered', text }));
  valueOf(askErasure(ctx, reference, text));
}

/** Opens all of it again; throws when a part does not open. */
export const readWork = (app: TestApp, subject: OpenCase) => [
  listNotes(app.db, subject),
  listCalls(app.db, subject),
  listTasks(app.db, subject),
  listContacts(app.db, subject),
  listCasePlaces(app.db, subject),
  listReferrals(app.db, subject),
  listTies(app.db, subject.id)
    .filter(({ caseId }) => caseId === subject.id)
    .map((tie) => reasonOf(subject, tie)),
  listComplaintsOf(app.db, subject),
  findOpenErasure(app.db, subject),
];
