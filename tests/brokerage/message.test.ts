import { describe, expect, test } from 'vitest';
import { messagePage } from '#brokerage/message-page.ts';
import { readMessages } from '#brokerage/read-messages.ts';
import { trackRequest } from '#brokerage/track-request.ts';
import { trackView } from '#brokerage/track.view.ts';
import { withdrawRequest } from '#brokerage/withdraw-request.ts';
import { writeToStaff } from '#brokerage/write-to-staff.ts';
import { settleMessages } from '#casework/file/settle-messages.ts';
import { viewCase } from '#casework/file/view-case.ts';
import { writeMessagePage } from '#casework/file/write-message-page.ts';
import { writeMessage } from '#casework/file/write-message.ts';
import { composers } from '../../src/compose-mail.ts';
import { staffRoles, type Actor } from '#platform/context.ts';
import { addressOf, type Query } from '#platform/http/addresses.ts';
import { answerEnquiry } from '#providers/answer-enquiry.ts';
import {
  askPlace,
  claimed,
  offerFrom,
  sendSampleRequest,
  valueOf,
  yes,
  type SentRequest,
} from '../support/request.ts';
import { everyRow, gained, rowsIn } from '../support/rows.ts';
import { asha, openTestApp, type TestApp } from '../support/test-app.ts';

const href = (path: string, query?: Query) => addressOf('en', path, query);
const hello = { text: 'Could it be Tuesdays too?', once: 'form-1' };
const see = ({ family }: SentRequest) => trackView(family, href, valueOf(trackRequest(family)));
const post = (fields: Readonly<Record<string, string>>) =>
  new Request('http://localhost/x', { method: 'POST', body: new URLSearchParams(fields) });
const get = () => new Request('http://localhost/x');
const tables = ['case_message', 'timeline_event', 'audit_entry', 'outbox_message'];

describe('a family writes', () => {
  test('and the broker reads it next, within the days for contact', () => {
    const app = openTestApp();
    const sent = claimed(app, sendSampleRequest(app));
    askPlace(app, sent);
    app.setTime('2026-11-24T10:00:00Z');
    expect(gained(app.db, tables, () => valueOf(writeToStaff(sent.family, hello)))).toEqual({
      case_message: 1,
      timeline_event: 1,
      audit_entry: 1,
      outbox_message: 0,
    });
    expect(sent.now()).toMatchObject({
      status: 'in-progress',
      nextAction: 'read-message',
      nextActionDue: '2026-11-25',
    });
    expect(see(sent).next).toContain('answer you, by Wednesday 25 November');
    const file = valueOf(viewCase(app.as(asha), sent.reference));
    expect(file.messages).toMatchObject([{ from: 'family', text: hello.text, readAt: null }]);
    expect(valueOf(viewCase(app.as(asha), sent.reference)).messages[0]?.readAt).not.toBeNull();
  });

  test('and a promised day is never put off by it', () => {
    const app = openTestApp();
    const sent = claimed(app, sendSampleRequest(app));
    app.setTime('2026-11-27T10:00:00Z');
    valueOf(writeToStaff(sent.family, hello));
    expect(sent.now()).toMatchObject({ nextAction: 'read-message', nextActionDue: '2026-11-25' });
  });

  test('before anybody has claimed it, and the first contact stays what comes next', () => {
    const app = openTestApp();
    const sent = sendSampleRequest(app);
    valueOf(writeToStaff(sent.family, hello));
    expect(sent.now()).toMatchObject({ status: 'new', nextAction: 'contact-family' });
    expect(valueOf(viewCase(app.as(asha), sent.reference)).messages).toHaveLength(1);
  });

  test('the same form twice is one message, other words are another', () => {
    const app = openTestApp();
    const sent = claimed(app, sendSampleRequest(app));
    valueOf(writeToStaff(sent.family, hello));
    const before = everyRow(app.db);
    valueOf(writeToStaff(sent.family, hello));
    expect(everyRow(app.db)).toEqual(before);
    valueOf(writeToStaff(sent.family, { ...hello, text: 'And Fridays' }));
    valueOf(writeToStaff(sent.family, { ...hello, once: 'form-2' }));
    expect(see(sent).messages.map(({ text }) => text)).toEqual([
      hello.text,
      'And Fridays',
      hello.text,
    ]);
  });

  test('and staff do not, once its request is closed', () => {
    const app = openTestApp();
    const sent = sendSampleRequest(app);
    valueOf(withdrawRequest(sent.family));
    const before = everyRow(app.db);
    const late = { ok: false, problem: 'not-in-this-state' };
    expect(writeMessage(app.as(asha), sent.reference, hello)).toEqual(late);
    expect(everyRow(app.db)).toEqual(before);
  });
});

describe('staff write', () => {
  test('and the family is told that there is something to read, and nothing of what', () => {
    const app = openTestApp();
    const sent = claimed(app, sendSampleRequest(app));
    const write = () => valueOf(writeMessage(app.as(asha), sent.reference, hello));
    expect(gained(app.db, tables, write)).toEqual({
      case_message: 1,
      timeline_event: 1,
      audit_entry: 1,
      outbox_message: 1,
    });
    expect(gained(app.db, tables, write)).toMatchObject({ case_message: 0, outbox_message: 0 });
    const queued = rowsIn(app.db, 'outbox_message').at(-1);
    expect(queued).toMatchObject({ kind: 'new-message', subject_id: sent.caseId });
    expect(composers).toHaveProperty('new-message');
    expect(see(sent)).toMatchObject({ unread: 1, messages: [{ who: 'Our team', isNew: true }] });
    expect(JSON.stringify(see(sent))).not.toContain('Asha');
    readMessages(sent.family);
    expect(see(sent)).toMatchObject({ unread: 0, messages: [{ isNew: false }] });
  });

  test('and the case goes on with what it was waiting for', () => {
    const app = openTestApp();
    const answered = (sent: SentRequest) => {
      const fresh = { text: 'Any news?', once: app.ids.id() };
      valueOf(writeToStaff(sent.family, fresh));
      expect(sent.now().nextAction).toBe('read-message');
      valueOf(writeMessage(app.as(asha), sent.reference, fresh));
      const { status, nextAction } = sent.now();
      return { status, nextAction };
    };
    const looking = claimed(app, sendSampleRequest(app));
    expect(answered(looking)).toEqual({ status: 'in-progress', nextAction: 'find-places' });
    const { provider } = askPlace(app, looking);
    expect(answered(looking)).toEqual({
      status: 'waiting-provider',
      nextAction: 'wait-for-provider',
    });
    valueOf(answerEnquiry(provider, yes));
    expect(answered(looking)).toEqual({ status: 'in-progress', nextAction: 'read-answer' });
    const choosing = sendSampleRequest(app);
    offerFrom(app, choosing, { id: 'beech' });
    expect(answered(choosing)).toEqual({ status: 'waiting-family', nextAction: 'wait-for-family' });
  });

  test('or say that none is needed, when nothing new has come', () => {
    const app = openTestApp();
    const sent = claimed(app, sendSampleRequest(app));
    const settle = (version: number) =>
      settleMessages(app.as(asha), { reference: sent.reference, version });
    expect(settle(sent.now().version)).toMatchObject({ problem: 'not-in-this-state' });
    valueOf(writeToStaff(sent.family, hello));
    const { version } = sent.now();
    valueOf(writeToStaff(sent.family, { text: 'And one more thing', once: 'form-2' }));
    expect(settle(version)).toMatchObject({ problem: 'stale-version' });
    valueOf(settle(sent.now().version));
    expect(sent.now()).toMatchObject({ nextAction: 'find-places' });
  });
});

describe('who may', () => {
  const staffNamed = (role: (typeof staffRoles)[number]): Actor => ({
    kind: 'staff',
    id: role,
    name: role,
    role,
  });
  const outsiders = (app: TestApp, sent: SentRequest): readonly Actor[] => {
    const { enquiryId } = askPlace(app, sent, 'elm');
    return [
      { kind: 'public' },
      { kind: 'system' },
      { kind: 'provider', enquiryId },
      { kind: 'family', caseId: enquiryId },
    ];
  };

  test('write to the family: those who work on cases, and nobody else', () => {
    const app = openTestApp();
    const sent = sendSampleRequest(app);
    const others = outsiders(app, sent);
    const before = everyRow(app.db);
    const refused = [staffNamed('admin'), staffNamed('read-only'), sent.family.actor, ...others];
    for (const actor of refused) {
      const ctx = app.as(actor);
      const { reference } = sent;
      for (const result of [
        writeMessage(ctx, reference, hello),
        settleMessages(ctx, { reference, version: sent.now().version }),
      ]) {
        expect([actor, result]).toEqual([actor, { ok: false, problem: 'not-allowed' }]);
      }
    }
    expect(everyRow(app.db)).toEqual(before);
    for (const role of ['broker', 'inclusion', 'manager'] as const) {
      valueOf(writeMessage(app.as(staffNamed(role)), sent.reference, { ...hello, once: role }));
    }
  });

  test('write as the family: the family, on its own case alone', () => {
    const app = openTestApp();
    const [one, other] = [sendSampleRequest(app), sendSampleRequest(app)];
    const others = outsiders(app, one);
    const before = everyRow(app.db);
    for (const actor of [...others, ...staffRoles.map(staffNamed)]) {
      expect(writeToStaff(app.as(actor), hello)).toEqual({ ok: false, problem: 'not-found' });
      readMessages(app.as(actor));
    }
    expect(everyRow(app.db)).toEqual(before);
    valueOf(writeToStaff(other.family, hello));
    expect(valueOf(trackRequest(one.family)).messages).toEqual([]);
    expect(valueOf(trackRequest(other.family)).messages).toHaveLength(1);
  });

  test('mark it read: reading alone, by somebody who cannot answer, does not', () => {
    const app = openTestApp();
    const sent = claimed(app, sendSampleRequest(app));
    valueOf(writeToStaff(sent.family, hello));
    valueOf(viewCase(app.as(staffNamed('read-only')), sent.reference));
    expect(rowsIn(app.db, 'case_message')).toMatchObject([{ read_at: null }]);
    readMessages(sent.family);
    expect(rowsIn(app.db, 'case_message')).toMatchObject([{ read_at: null }]);
  });
});

test('what is written lies sealed, and under another message’s id it does not open', () => {
  const app = openTestApp();
  const sent = claimed(app, sendSampleRequest(app));
  valueOf(writeToStaff(sent.family, hello));
  valueOf(writeMessage(app.as(asha), sent.reference, { text: 'Yes', once: 'a' }));
  const [first, second] = rowsIn(app.db, 'case_message');
  expect(JSON.stringify(everyRow(app.db))).not.toContain('Tuesdays');
  app.db.$client
    .prepare('update case_message set sealed_text = ? where id = ?')
    .run(first?.['sealed_text'], second?.['id']);
  expect(() => trackRequest(sent.family)).toThrow();
});

describe('the form', () => {
  test('keeps what was typed when it is too long, and sends nothing', async () => {
    const app = openTestApp();
    const sent = sendSampleRequest(app);
    const text = 'x'.repeat(4001);
    const long = valueOf(await messagePage(sent.family, '', post({ text, once: 'f' })));
    expect(long).toMatchObject({ done: false, text, once: 'f' });
    expect(long.problems.of('text')?.text).toContain('4,000');
    const empty = valueOf(await messagePage(sent.family, '', post({ text: '  ', once: 'f' })));
    expect(empty.problems.of('text')?.text).toBe('Write your message');
    const ctx = app.as(asha);
    const staff = valueOf(await writeMessagePage(ctx, sent.reference, post({ text, once: 'f' })));
    expect(staff).toMatchObject({ done: false, text, once: 'f' });
    expect(rowsIn(app.db, 'case_message')).toEqual([]);
    const fine = await writeMessagePage(ctx, sent.reference, post({ text: 'Hello', once: 'f' }));
    expect(fine).toMatchObject({ value: { done: true } });
  });

  test('sends nothing when too many came just now, and keeps what was typed', async () => {
    const app = openTestApp();
    const sent = sendSampleRequest(app);
    const take = () => app.throttle.take('message', '203.0.113.7').waitSeconds === 0;
    const write = async (text: string) =>
      valueOf(await messagePage(sent.family, '', post({ text, once: text }), take));
    for (let count = 1; count <= 20; count += 1)
      expect(await write(`Number ${count}`)).toMatchObject({ done: true });
    const busy = { done: false, isBusy: true, text: 'One more', once: 'One more' };
    expect(await write('One more')).toMatchObject(busy);
    expect(await write('')).toMatchObject({ isBusy: false, done: false });
    expect(rowsIn(app.db, 'case_message')).toHaveLength(20);
    app.setTime('2026-11-23T10:03:00Z');
    expect(await write('One more')).toMatchObject({ done: true });
  });

  test('names the option that is asked about, only if it is the family’s own', async () => {
    const app = openTestApp();
    const [one, other] = [sendSampleRequest(app), sendSampleRequest(app)];
    const offerId = offerFrom(app, one);
    expect(see(one).offers[0]?.askHref).toBe(`/track/message?about=${offerId}`);
    const own = valueOf(await messagePage(one.family, offerId, get()));
    expect(own.text).toBe('About Nursery acorn:\n');
    const stray = valueOf(await messagePage(other.family, offerId, get()));
    expect(stray).toMatchObject({ title: 'Write to us', text: '' });
    const changed = valueOf(await messagePage(one.family, 'changed', get()));
    expect(changed.title).toBe('Tell us what has changed');
  });

  test('tells staff in which language the family reads', async () => {
    const app = openTestApp();
    const sent = sendSampleRequest(app, {}, 'ur');
    const page = valueOf(await writeMessagePage(app.as(asha), sent.reference, get()));
    expect(page.view.language).toBe('They read the site in Urdu.');
  });
});
