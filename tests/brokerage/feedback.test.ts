import { describe, expect, test } from 'vitest';
import { feedbackPage } from '#brokerage/feedback-page.ts';
import { giveFeedback } from '#brokerage/give-feedback.ts';
import { trackRequest } from '#brokerage/track-request.ts';
import { caseView } from '#casework/file/case.view.ts';
import { readPicture } from '#casework/file/read-picture.ts';
import { viewCase } from '#casework/file/view-case.ts';
import type { Actor, StaffRole } from '#platform/context.ts';
import { attachment } from '#platform/http/attachment.ts';
import { closeAs, sendSampleRequest, valueOf, type SentRequest } from '../support/request.ts';
import { jpegFile, withExif } from '../support/picture.ts';
import { everyRow, rowsIn } from '../support/rows.ts';
import { asha, openTestApp, type TestApp } from '../support/test-app.ts';

const said = { helped: 'partly', better: 'Ring me back', child: 'I like the buses' } as const;
const href = (path: string) => path;

function closed(app: TestApp): SentRequest {
  const sent = sendSampleRequest(app);
  closeAs(app, sent, 'found-own');
  return sent;
}

const form = (fields: Readonly<Record<string, string>>, picture?: Uint8Array): Request => {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.set(name, value);
  if (picture) body.set('picture', new File([Uint8Array.from(picture)], 'drawing.exe'));
  return new Request('http://localhost/x', { method: 'POST', body });
};

describe('feedback', () => {
  test('is asked at the end and not before', async () => {
    const app = openTestApp();
    const sent = sendSampleRequest(app);
    const early = { ok: false, problem: 'not-in-this-state' };
    expect(await feedbackPage(sent.family, new Request('http://localhost/x'))).toEqual(early);
    expect(giveFeedback(sent.family, said, null)).toEqual(early);
    expect(rowsIn(app.db, 'case_feedback')).toEqual([]);
  });

  test('is kept sealed, with the child’s words and picture, for staff to read', async () => {
    const app = openTestApp();
    const sent = closed(app);
    const sending = form(said, withExif(jpegFile(40, 30), 'Canon'));
    expect(await feedbackPage(sent.family, sending)).toMatchObject({ value: { done: true } });
    expect(JSON.stringify(everyRow(app.db))).not.toMatch(/buses|Ring me|JFIF/);
    expect(valueOf(trackRequest(sent.family)).feedback).toMatchObject({
      answers: said,
      hasPicture: true,
    });
    const file = valueOf(viewCase(app.as(asha), sent.reference));
    expect(caseView(app.as(asha), href, file).feedback).toMatchObject({
      rows: [{ text: 'Partly' }, { text: 'Ring me back' }, { text: 'I like the buses' }],
      pictureHref: `/staff/case/${sent.reference}/picture`,
    });
    const picture = valueOf(readPicture(app.as(asha), sent.reference));
    expect(picture.subarray(0, 2)).toEqual(Buffer.from([0xff, 0xd8]));
    expect(picture.includes('Canon')).toBe(false);
    expect(rowsIn(app.db, 'audit_entry').at(-1)).toMatchObject({ action: 'picture-read' });
  });

  test('said again replaces the words, keeps the picture, and tells it once', async () => {
    const app = openTestApp();
    const sent = closed(app);
    valueOf(await feedbackPage(sent.family, form(said, jpegFile(8, 8))));
    const again = valueOf(await feedbackPage(sent.family, new Request('http://localhost/x')));
    expect(again).toMatchObject({ hasPicture: true, typed: { child: ['I like the buses'] } });
    valueOf(await feedbackPage(sent.family, form({ ...said, child: 'And the trains' })));
    expect(valueOf(trackRequest(sent.family)).feedback).toMatchObject({
      answers: { child: 'And the trains' },
      hasPicture: true,
    });
    const kinds = rowsIn(app.db, 'timeline_event').map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'feedback-given')).toHaveLength(1);
  });

  test.each([
    ['without an answer', { better: 'x', child: 'y' }, undefined, 'helped'],
    ['too long', { ...said, better: 'x'.repeat(2001) }, undefined, 'better'],
    ['with a page for a picture', said, Buffer.from('<script>'), 'picture'],
    ['with a broken picture', said, jpegFile(9, 9).subarray(0, 60), 'picture'],
  ])('%s keeps what was typed, and nothing is stored', async (_name, fields, picture, field) => {
    const app = openTestApp();
    const sent = closed(app);
    const page = valueOf(await feedbackPage(sent.family, form(fields, picture)));
    expect(page).toMatchObject({ done: false, typed: { better: [fields.better] } });
    expect(page.problems.of(field)?.text).toBeTruthy();
    expect(rowsIn(app.db, 'case_feedback')).toEqual([]);
  });
});

test('the picture is for those who may read cases, and says so in the record', () => {
  const app = openTestApp();
  const [sent, without] = [closed(app), closed(app)];
  valueOf(giveFeedback(sent.family, said, jpegFile(8, 8)));
  const before = everyRow(app.db);
  const named = (role: StaffRole): Actor => ({
    ...{ kind: 'staff', id: role, name: role, role },
  });
  const others = [
    { kind: 'public' } as const,
    sent.family.actor,
    named('admin'),
    named('read-only'),
  ];
  for (const actor of others) {
    expect(readPicture(app.as(actor), sent.reference)).toMatchObject({ problem: 'not-allowed' });
  }
  expect(readPicture(app.as(asha), without.reference)).toMatchObject({ problem: 'not-found' });
  expect(readPicture(app.as(asha), 'FIS-XXXX-XXXX')).toMatchObject({ problem: 'not-found' });
  expect(everyRow(app.db)).toEqual(before);
  expect(readPicture(app.as(named('inclusion')), sent.reference).ok).toBe(true);
});

test('another family’s feedback is its own', () => {
  const app = openTestApp();
  const [one, other] = [closed(app), closed(app)];
  valueOf(giveFeedback(one.family, said, jpegFile(8, 8)));
  expect(valueOf(trackRequest(other.family)).feedback).toBeNull();
  const moved = app.db.$client.prepare('update case_feedback set case_id = ?');
  moved.run(other.caseId);
  expect(() => trackRequest(other.family)).toThrow();
});

test('a file to keep can do nothing when it is opened', async () => {
  const file = attachment('picture.jpg', 'image/jpeg', jpegFile(8, 8));
  expect(Object.fromEntries(file.headers)).toMatchObject({
    'content-type': 'image/jpeg',
    'content-disposition': 'attachment; filename="picture.jpg"',
    'content-security-policy': "sandbox; default-src 'none'",
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  });
  expect((await file.arrayBuffer()).byteLength).toBe(jpegFile(8, 8).length);
});
