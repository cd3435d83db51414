import { expect, test } from 'vitest';
import { downloadRequest } from '#brokerage/download-request.ts';
import { deleteRequest, lookAtDeletion } from '#brokerage/track-deletion.ts';
import { trackRequest } from '#brokerage/track-request.ts';
import { writeToStaff } from '#brokerage/write-to-staff.ts';
import { findVisit } from '#platform/links/visit.ts';
import { anybody, offerFrom, sendSampleRequest, valueOf } from '../support/request.ts';
import { everyRow, rowsIn } from '../support/rows.ts';
import { asha, openTestApp } from '../support/test-app.ts';

const gone = { ok: false, problem: 'not-found' };

test('a family deletes its request: nothing opens any more, and one anonymous row stays', () => {
  const app = openTestApp();
  const [sent, other] = [sendSampleRequest(app), sendSampleRequest(app)];
  offerFrom(app, sent);
  valueOf(writeToStaff(sent.family, { text: 'Hello', once: '1' }));
  valueOf(writeToStaff(other.family, { text: 'Hello', once: '1' }));
  expect(valueOf(lookAtDeletion(sent.family))).toEqual({ isOpen: true, isOnHold: false });
  valueOf(deleteRequest(sent.family));
  expect(trackRequest(sent.family)).toEqual(gone);
  expect(downloadRequest(sent.family)).toEqual(gone);
  expect(lookAtDeletion(sent.family)).toEqual(gone);
  expect(findVisit(app.db, app.clock, 'track', sent.visitToken)).toBeUndefined();
  expect(rowsIn(app.db, 'case_message')).toMatchObject([{ case_id: other.caseId }]);
  expect(rowsIn(app.db, 'demand').length).toBeGreaterThan(0);
  expect(JSON.stringify(rowsIn(app.db, 'demand'))).not.toContain(sent.caseId);
  expect(rowsIn(app.db, 'audit_entry').at(-1)).toMatchObject({
    action: 'case-erased',
    reason: 'family-asked',
  });
  expect(trackRequest(other.family).ok).toBe(true);
});

test('one on hold is kept, and the page can say so', () => {
  const app = openTestApp();
  const sent = sendSampleRequest(app);
  app.db.$client.prepare('update brokerage_case set legal_hold = 1').run();
  const before = everyRow(app.db);
  expect(valueOf(lookAtDeletion(sent.family))).toMatchObject({ isOnHold: true });
  expect(deleteRequest(sent.family)).toEqual({ ok: false, problem: 'on-hold' });
  expect(everyRow(app.db)).toEqual(before);
});

test('nobody else can delete it', () => {
  const app = openTestApp();
  sendSampleRequest(app);
  const before = everyRow(app.db);
  for (const actor of [anybody, asha, { kind: 'family', caseId: 'nothing' } as const]) {
    expect(deleteRequest(app.as(actor))).toEqual(gone);
  }
  expect(everyRow(app.db)).toEqual(before);
});
