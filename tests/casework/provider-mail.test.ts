import { expect, test } from 'vitest';
import { insertEnquiry } from '#casework/asking/enquiry-store.ts';
import { brokerageCase } from '#db/schema/brokerage.ts';
import { enquiry } from '#db/schema/casework.ts';
import { outboxMessage } from '#db/schema/platform.ts';
import { drainOutbox } from '#platform/outbox/drain-outbox.ts';
import { enqueueMessage, type MessageKind } from '#platform/outbox/enqueue-message.ts';
import { inTransaction } from '#platform/transaction.ts';
import { answerEnquiry } from '#providers/answer-enquiry.ts';
import { composers } from '../../src/compose-mail.ts';
import { addCase, openedCase } from '../support/family-case.ts';
import { valueOf, yes } from '../support/request.ts';
import { openTestApp, type TestApp } from '../support/test-app.ts';

const broker = { kind: 'staff', id: 'asha', name: 'Asha', role: 'broker' } as const;

/** A case with one provider asked, and a message to that provider queued. */
function asked(app: TestApp, kind: MessageKind) {
  const subject = openedCase(app, addCase(app));
  const question = {
    ...{ email: 'acorn@nursery.example', providerName: 'Acorn', start: '', slots: [] },
    ...{ childrenMonths: [30], notSure: true, district: 'M33', needGroups: null, note: '' },
  };
  inTransaction(app.db, (tx) => {
    const fresh = { providerId: 'acorn', question, answerDue: '2026-11-25' };
    const subjectId = insertEnquiry(tx, { ...app, actor: broker }, subject, fresh);
    enqueueMessage(tx, app, { kind, subjectId, dedupeKey: 'one' });
  });
}
async function stateOf(app: TestApp) {
  await drainOutbox(app, composers, { send: () => Promise.resolve() });
  return app.db.select().from(outboxMessage).get()?.state;
}

test('a provider is asked while the request is open, and not once it has closed', async () => {
  const open = openTestApp();
  asked(open, 'provider-enquiry');
  expect(await stateOf(open)).toBe('sent');
  const closed = openTestApp();
  asked(closed, 'provider-enquiry');
  closed.db.update(brokerageCase).set({ status: 'closed' }).run();
  expect(await stateOf(closed)).toBe('cancelled');
});

test('that its place is wanted reaches a provider also when that closed the request', async () => {
  const app = openTestApp();
  asked(app, 'provider-chosen');
  app.db.update(brokerageCase).set({ status: 'closed' }).run();
  expect(await stateOf(app)).toBe('sent');
});

test('nothing reaches a provider about a request that has been erased', async () => {
  const app = openTestApp();
  asked(app, 'provider-enquiry');
  app.db.update(brokerageCase).set({ wrappedKey: null, sealedFamily: null }).run();
  expect(await stateOf(app)).toBe('cancelled');
});

test('a reminder reaches a provider that is silent, and not one that answered or need not any more', async () => {
  const silent = openTestApp();
  asked(silent, 'provider-reminder');
  expect(await stateOf(silent)).toBe('sent');
  const closed = openTestApp();
  asked(closed, 'provider-reminder');
  closed.db.update(brokerageCase).set({ status: 'closed' }).run();
  expect(await stateOf(closed)).toBe('cancelled');
  const answered = openTestApp();
  asked(answered, 'provider-reminder');
  const [row] = answered.db.select().from(enquiry).all();
  const enquiryId = row?.id ?? '';
  valueOf(answerEnquiry(answered.as({ kind: 'provider', enquiryId }), yes));
  expect(await stateOf(answered)).toBe('cancelled');
});
