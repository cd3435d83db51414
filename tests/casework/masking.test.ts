import { expect, test } from 'vitest';
import { giveFeedback } from '#brokerage/give-feedback.ts';
import { writeToStaff } from '#brokerage/write-to-staff.ts';
import { addContact } from '#casework/file/add-contact.ts';
import { addTask } from '#casework/file/add-task.ts';
import { caseView } from '#casework/file/case.view.ts';
import { logCall } from '#casework/file/log-call.ts';
import { maskedFamily } from '#casework/file/mask-family.ts';
import { readPicture } from '#casework/file/read-picture.ts';
import { viewCase } from '#casework/file/view-case.ts';
import { writeNote } from '#casework/file/write-note.ts';
import { queueView } from '#casework/queue/queue.view.ts';
import { listQueue } from '#casework/queue/list-queue.ts';
import { plainQueue } from '#casework/queue/queue-query.ts';
import { staffRoles, type Actor, type StaffRole } from '#platform/context.ts';
import { sampleFamily } from '../support/family.ts';
import { askPlace, closeAs, sendSampleRequest, valueOf } from '../support/request.ts';
import { rowsIn } from '../support/rows.ts';
import { asha, openTestApp, type TestApp } from '../support/test-app.ts';

const staff = (role: StaffRole): Actor => ({ kind: 'staff', id: `${role}-id`, name: role, role });
const href = (path: string) => path;
const mark = 'Zebrafinch';

/** A case on which everybody has written the mark wherever words can be written. */
function markedCase(app: TestApp): string {
  const sent = sendSampleRequest(app, {
    children: { name: [mark], month: ['5'], year: ['2024'] },
    'needs-1': { groups: ['equipment', 'health'], plan: ['plan'], text: [mark] },
    'care-1': { tasks: ['tube-feeding'], care: [mark] },
    tried: { place: [mark], reason: ['needs'], words: [mark] },
    helpers: { role: ['therapist'], name: [mark], contact: [mark], mayAsk: ['yes'] },
    reach: { help: ['bsl'], note: [mark] },
    times: { slots: ['mon-morning'], note: [mark] },
    contact: {
      ...{ name: [mark], channel: ['email'], email: [`${mark}@example.org`] },
      ...{ phone: ['0161 496 0456'], speaks: ['ur'] },
    },
  });
  const { reference } = sent;
  askPlace(app, sent, 'acorn', mark);
  const broker = app.as(asha);
  const once = 'a-form-that-was-shown';
  valueOf(writeToStaff(sent.family, { text: mark, once }));
  valueOf(writeNote(broker, reference, { text: mark, once }));
  valueOf(addTask(broker, reference, { text: mark, due: '2026-12-01', once }));
  const contact = { role: 'therapist', name: mark, team: mark, reach: mark, note: mark } as const;
  valueOf(addContact(broker, reference, { ...contact, isLead: true, once }));
  const call = { direction: 'out', result: 'voicemail', interpreter: false, note: mark } as const;
  valueOf(logCall(broker, { reference, version: null }, { ...call, once }));
  closeAs(app, sent, 'unmet');
  valueOf(giveFeedback(sent.family, { helped: 'no', better: mark, child: mark }, null));
  return reference;
}

/** All that the page of a case and the queue say to somebody. */
function allSaid(app: TestApp, role: StaffRole, reference: string): string {
  const ctx = app.as(staff(role));
  const page = caseView(ctx, href, valueOf(viewCase(ctx, reference)));
  const queue = queueView(ctx, href, valueOf(listQueue(ctx, { ...plainQueue, view: 'closed' })));
  return JSON.stringify([page, queue]);
}

test('without the right nobody reads names, needs, health, words or notes, and with it they do', () => {
  const app = openTestApp();
  const reference = markedCase(app);
  const secrets = new RegExp(
    `${mark}|496 ?0456|Tube|Sign language|Equipment|Health|Therapist|cannot meet|Parent or`,
    'i',
  );
  expect(allSaid(app, 'read-only', reference)).not.toMatch(secrets);
  expect(allSaid(app, 'read-only', reference)).toContain('Hidden for your role');
  for (const role of ['broker', 'inclusion', 'manager'] as const)
    expect(allSaid(app, role, reference).split(mark).length).toBeGreaterThan(12);
});

test('the record says which groups of fields were read', () => {
  const app = openTestApp();
  const { reference } = sendSampleRequest(app);
  const readBy = (role: StaffRole) => {
    viewCase(app.as(staff(role)), reference);
    return rowsIn(app.db, 'audit_entry').findLast(({ action }) => action === 'case-read')?.[
      'fields'
    ];
  };
  expect(readBy('broker')).toBe('["wish","contact","needs","health","words","notes"]');
  expect(readBy('read-only')).toBe('["wish"]');
});

test('a child without needs looks the same as one with', () => {
  const masked = maskedFamily(sampleFamily, '-');
  const [child] = sampleFamily.children;
  const without = { ...sampleFamily, children: child ? [{ ...child, groups: [], text: '' }] : [] };
  expect(maskedFamily(without, '-').children).toEqual(masked.children);
  expect(masked.typed).toEqual({});
  expect(masked.times.slots).toEqual(sampleFamily.times.slots);
});

test('the family’s picture is for who may see what is sensitive', () => {
  const app = openTestApp();
  const { reference } = sendSampleRequest(app);
  const problems = staffRoles.map((role) => {
    const read = readPicture(app.as(staff(role)), reference);
    return read.ok ? 'read' : read.problem;
  });
  expect(problems).toEqual(['not-found', 'not-found', 'not-found', 'not-allowed', 'not-allowed']);
});
