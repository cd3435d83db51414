import { expect, test } from 'vitest';
import { countRecentRequests } from '#brokerage/count-recent-requests.ts';
import { suspicionOf } from '#brokerage/suspicion.ts';
import { contactIndex } from '#platform/crypto/blind-index.ts';
import { contactOfCase, insertSealedCase } from '../support/sealed-case.ts';
import { openTestApp } from '../support/test-app.ts';

const calm = { seconds: 60, earlier: 0 };

test.each([
  ['an ordinary request', {}, calm, null],
  ['one that took just long enough', {}, { ...calm, seconds: 3 }, null],
  ['one sent at once', {}, { ...calm, seconds: 2.9 }, 'too-fast'],
  ['one from before it was begun', {}, { ...calm, seconds: -5 }, 'too-fast'],
  ['one with the hidden field filled in', { website: ['http://x'] }, calm, 'trap'],
  ['one with nothing but spaces there', { website: ['  '] }, calm, null],
  ['the third of a contact in a day', {}, { ...calm, earlier: 2 }, null],
  ['the fourth', {}, { ...calm, earlier: 3 }, 'repeated'],
] as const)('%s', (_, typed, seen, suspicion) => {
  expect(suspicionOf(typed, seen)).toBe(suspicion);
});

test('what a contact has sent in the last day is counted by its keyed hash alone', () => {
  const app = openTestApp();
  const email = contactIndex(app.keys, 'email', contactOfCase.email);
  const phone = contactIndex(app.keys, 'phone', contactOfCase.phone);
  for (const receivedAt of ['2026-11-22T09:59:00.000Z', '2026-11-22T10:01:00.000Z'])
    insertSealedCase(app, { receivedAt });
  insertSealedCase(app, { emailIndex: 'other' });
  const count = (indexes: { email: string | null; phone: string | null }) =>
    countRecentRequests(app.db, app, indexes);
  expect(count({ email, phone: null })).toBe(1);
  expect(count({ email, phone })).toBe(2);
  expect(count({ email: 'nobody', phone: null })).toBe(0);
  expect(count({ email: null, phone: null })).toBe(0);
});
