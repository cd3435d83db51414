import { describe, expect, test } from 'vitest';
import type { ProviderAnswer } from '#brokerage/provider-answer.ts';
import { withdrawRequest } from '#brokerage/withdraw-request.ts';
import { listEnquiries } from '#casework/asking/enquiry-store.ts';
import { providerComposers } from '#casework/asking/provider-mail.ts';
import { outboxMessage } from '#db/schema/platform.ts';
import { answerPage } from '#providers/answer-page.ts';
import { answerEnquiry } from '#providers/answer-enquiry.ts';
import { askPlace, no, offerFrom, sendSampleRequest, valueOf, yes } from '../support/request.ts';
import { chooseOffer } from '#brokerage/choose-offer.ts';
import { everyRow, rowsIn } from '../support/rows.ts';
import { openTestApp, type TestApp } from '../support/test-app.ts';

type Fields = Readonly<Record<string, string>>;
const post = (typed: Fields) =>
  new Request('http://localhost/answer', { method: 'POST', body: new URLSearchParams(typed) });
const get = (query = '') => new Request(`http://localhost/answer${query}`);

describe('the provider’s page', () => {
  test('shows the question, keeps what was typed when it is not understood, and thanks', async () => {
    const app = openTestApp();
    const sent = sendSampleRequest(app);
    const { provider } = askPlace(app, sent, 'acorn', 'Two steps at the door');
    const shown = valueOf(await answerPage(provider, get()));
    expect(shown.state).toBe('asking');
    expect(shown.view.facts.map(({ text }) => text)).toEqual([
      '2 years',
      'January 2027',
      'Monday: 8am to 1pm\nSaturday: 8am to 1pm',
      'M33',
      'Equipment\nHealth and medicines',
      'Tube feeding',
      'Two steps at the door',
    ]);
    const wrong = valueOf(
      await answerPage(provider, post({ answer: 'no', note: 'Full until May' })),
    );
    expect(wrong).toMatchObject({ state: 'asking' });
    expect(wrong.form.value('note')).toBe('Full until May');
    expect(wrong.problems.summary).toHaveLength(1);
    expect(sent.now().status).toBe('waiting-provider');
    const thanked = valueOf(await answerPage(provider, post({ answer: 'no', reason: 'full' })));
    expect(thanked.state).toBe('thanked');
    expect(valueOf(await answerPage(provider, get('?thanks=1'))).state).toBe('thanked');
  });

  test('does not thank for an answer that was not given', async () => {
    const app = openTestApp();
    const { provider } = askPlace(app, sendSampleRequest(app));
    expect(valueOf(await answerPage(provider, get('?thanks=1'))).state).toBe('asking');
  });
});

describe('an answer', () => {
  const answerNow = (app: TestApp, sent: ReturnType<typeof sendSampleRequest>) =>
    listEnquiries(app.db, sent.now())[0]?.answer;

  test('comes before the broker the next working day', () => {
    const app = openTestApp();
    const sent = sendSampleRequest(app);
    const { provider } = askPlace(app, sent);
    app.setTime('2026-11-27T18:00:00Z');
    valueOf(answerEnquiry(provider, no));
    expect(sent.now()).toMatchObject({
      status: 'in-progress',
      nextAction: 'read-answer',
      nextActionDue: '2026-12-01',
    });
  });

  test('may be changed, also to a yes; changing it gives nobody longer to read it', () => {
    const app = openTestApp();
    const sent = sendSampleRequest(app);
    const { provider } = askPlace(app, sent);
    valueOf(answerEnquiry(provider, no));
    app.setTime('2026-11-24T10:00:00Z');
    valueOf(answerEnquiry(provider, yes));
    expect(answerNow(app, sent)).toEqual(yes);
    expect(sent.now().nextActionDue).toBe('2026-11-24');
  });

  test('is refused once the case has closed, and nothing is written', async () => {
    const app = openTestApp();
    const sent = sendSampleRequest(app);
    const { provider } = askPlace(app, sent);
    valueOf(answerEnquiry(provider, no));
    valueOf(withdrawRequest(sent.family));
    const before = everyRow(app.db);
    expect(answerEnquiry(provider, yes)).toEqual({ ok: false, problem: 'not-in-this-state' });
    expect(await answerPage(provider, post({ answer: 'yes' }))).toMatchObject({ ok: false });
    expect(valueOf(await answerPage(provider, get())).state).toBe('closed');
    expect(everyRow(app.db)).toEqual(before);
  });
});

test('the provider’s messages say nothing of the child, and link only to its own question', () => {
  const app = openTestApp();
  const sent = sendSampleRequest(app);
  const offerId = offerFrom(app, sent);
  const written = (kind: 'provider-enquiry' | 'provider-chosen') => {
    const messages = app.db.select().from(outboxMessage).all();
    const message = messages.find((one) => one.kind === kind);
    return message ? providerComposers[kind](app, message) : null;
  };
  const asked = written('provider-enquiry');
  valueOf(chooseOffer(sent.family, offerId));
  const mails = [asked, written('provider-chosen')];
  for (const mail of mails) {
    expect(mail?.to).toBe('acorn@nursery.example');
    const text = JSON.stringify({ ...mail, link: mail?.link?.text });
    for (const told of ['Amina', 'amina', 'M33', '2 years', 'quipment', 'buses']) {
      expect(text).not.toContain(told);
    }
  }
  expect(mails.map((mail) => mail?.link?.url.replace(/[\w-]{43}$/, ''))).toEqual([
    'http://localhost:4321/answer/',
    undefined,
  ]);
});

describe('an answer that a second person looks at', () => {
  const tasksAfter = (says: ProviderAnswer, hasNeeds = true) => {
    const app = openTestApp();
    const sent = sendSampleRequest(app, hasNeeds ? {} : { 'needs-1': {}, 'care-1': {} });
    const { enquiryId, provider } = askPlace(app, sent);
    valueOf(answerEnquiry(provider, says));
    valueOf(answerEnquiry(provider, says));
    return rowsIn(app.db, 'case_task').map(({ kind, subject }) => [kind, subject === enquiryId]);
  };

  test.each([
    ['equipment', true],
    ['extra-charge', true],
    ['medical-training', true],
    ['fewer-hours', true],
    ['full', false],
    ['cost', false],
    ['hours-not-offered', false],
  ] as const)('%s: %s, once', (reason, looks) => {
    const answer = { answer: 'no', reason, note: '' } as const;
    expect(tasksAfter(answer)).toEqual(looks ? [['look-again', true]] : []);
  });

  test('is none about a child that needs no help', () => {
    expect(tasksAfter({ answer: 'no', reason: 'staffing', note: '' }, false)).toEqual([]);
  });
});
