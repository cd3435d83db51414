import { auditEntry, outboxMessage } from '#db/schema/platform.ts';
import { describe, expect, test } from 'vitest';
import { askProvider } from '#casework/asking/ask-provider.ts';
import { askProviders } from '#casework/asking/ask-providers.ts';
import { askPage } from '#casework/asking/ask-page.ts';
import { listEnquiries } from '#casework/asking/enquiry-store.ts';
import { typedAnswers } from '../support/family.ts';
import { addPlace } from '../support/place.ts';
import { askPlace, claimed, sendSampleRequest, valueOf } from '../support/request.ts';
import { everyRow } from '../support/rows.ts';
import { asha, openTestApp, type TestApp } from '../support/test-app.ts';

const to = { email: 'a@nursery.example', providerName: 'Acorn', note: 'Step-free', agreed: false };

describe('asking', () => {
  test('sets the provider’s day and asks each place once', () => {
    const app = openTestApp();
    const sent = sendSampleRequest(app);
    askPlace(app, sent);
    expect(listEnquiries(app.db, sent.now())).toMatchObject([
      { providerId: 'acorn', answerDue: '2026-11-25', answeredAt: null, answer: null },
    ]);
    const before = everyRow(app.db);
    const { reference } = sent;
    const again = { ...to, reference, version: sent.now().version, providerId: 'acorn' };
    expect(askProvider(app.as(asha), again)).toMatchObject({ problem: 'not-in-this-state' });
    expect(everyRow(app.db)).toEqual(before);
  });

  test('about a family that wants to be asked first needs its word, which the record keeps', () => {
    const app = openTestApp();
    const overrides = { sharing: { share: ['ask-first'] } };
    const sent = claimed(app, sendSampleRequest(app, overrides));
    const ask = {
      ...to,
      reference: sent.reference,
      version: 2,
      providerId: addPlace(app, 'acorn'),
    };
    const before = everyRow(app.db);
    expect(askProvider(app.as(asha), ask)).toMatchObject({ problem: 'not-in-this-state' });
    expect(everyRow(app.db)).toEqual(before);
    expect(askProvider(app.as(asha), { ...ask, agreed: true })).toMatchObject({ ok: true });
    const record = app.db.select().from(auditEntry).all().at(-1);
    expect(record).toMatchObject({ action: 'provider-asked', reason: 'the family agreed' });
  });

  test('a place that is not in the directory, or about a case that is not there, is not found', () => {
    const app = openTestApp();
    const sent = claimed(app, sendSampleRequest(app));
    const ask = {
      ...to,
      reference: sent.reference,
      version: 2,
      providerId: addPlace(app, 'acorn'),
    };
    for (const wrong of [{ providerId: 'nowhere' }, { reference: 'FIS-0000-0000' }]) {
      expect(askProvider(app.as(asha), { ...ask, ...wrong })).toMatchObject({
        problem: 'not-found',
      });
    }
  });

  test('on a case that changed meanwhile sends nothing, and keeps what was typed', async () => {
    const app = openTestApp();
    const sent = claimed(app, sendSampleRequest(app));
    addPlace(app, 'acorn');
    const typed = {
      version: '1',
      email: 'a@nursery.example',
      providerName: 'Acorn',
      note: 'Long note',
    };
    const post = (more = {}) =>
      new Request('http://localhost/x', {
        method: 'POST',
        body: new URLSearchParams({ ...typed, ...more }),
      });
    const ask = (request: Request) =>
      askPage(app.as(asha), sent.reference, request, ['acorn']).then(valueOf);
    const before = everyRow(app.db, ['audit_entry']);
    const stale = await ask(post());
    expect(stale).toMatchObject({ done: false, stale: true, version: 2 });
    expect(stale).toMatchObject({ note: 'Long note', places: [{ email: 'a@nursery.example' }] });
    for (const version of ['', 'two', '2.5', '-1']) {
      expect(await ask(post({ version }))).toMatchObject({ done: false, stale: true });
    }
    expect(everyRow(app.db, ['audit_entry'])).toEqual(before);
    expect(await ask(post({ version: '2' }))).toMatchObject({ done: true });
  });

  test('first shows all that will be told, and the directory’s address', async () => {
    const app = openTestApp();
    const sharing = { share: ['ask-first'] };
    const sent = claimed(app, sendSampleRequest(app, { ...typedAnswers, sharing }));
    addPlace(app, 'acorn');
    const request = new Request('http://localhost/x');
    const page = valueOf(await askPage(app.as(asha), sent.reference, request, ['acorn']));
    expect(page).toMatchObject({
      title: 'Ask Nursery acorn',
      places: [{ mustAgree: true, email: 'acorn@nursery.example', name: 'Nursery acorn' }],
    });
    const told = JSON.stringify(page.places[0]?.preview.facts);
    expect(told).toContain('M33');
    expect(told).toContain('Tube feeding');
    expect(told).not.toContain('buses');
  });
});

describe('asking several at once', () => {
  const post = (typed: readonly (readonly [string, string])[]) =>
    new Request('http://localhost/x', {
      method: 'POST',
      body: new URLSearchParams(typed.map(([name, value]) => [name, value])),
    });
  const placesOf = (app: TestApp, ids: readonly string[]) => ids.map((id) => addPlace(app, id));

  test('sends each its own question, and moves the case once', () => {
    const app = openTestApp();
    const sent = claimed(app, sendSampleRequest(app));
    const ids = ['acorn', 'beech', 'cedar', 'dogwood', 'elm'];
    const places = placesOf(app, ids).map((providerId) => ({
      ...{ providerId, email: `${providerId}@x.example`, providerName: providerId },
      agreed: false,
    }));
    const { reference } = sent;
    const ask = { reference, version: 2, places, note: 'Hello', withDay: false };
    valueOf(askProviders(app.as(asha), ask));
    expect(sent.now()).toMatchObject({ version: 3, status: 'waiting-provider' });
    const asked = listEnquiries(app.db, sent.now());
    expect(asked.map(({ providerId }) => providerId).toSorted()).toEqual(ids);
    const queued = app.db.select().from(outboxMessage).all();
    expect(queued.filter(({ kind }) => kind === 'provider-enquiry')).toHaveLength(5);
    expect(new Set(queued.map(({ linkId }) => linkId)).size).toBe(queued.length);
  });

  test('is all or nothing: one that was asked before, or needs the family’s word, stops the rest', () => {
    const app = openTestApp();
    const sent = sendSampleRequest(app, { sharing: { share: ['all'], kinds: ['childminders'] } });
    claimed(app, sent);
    placesOf(app, ['acorn', 'beech']);
    const { reference } = sent;
    const placeTo = (providerId: string, agreed: boolean) => ({
      ...{ providerId, email: 'a@x.example', providerName: 'A', agreed },
    });
    const ask = (places: readonly ReturnType<typeof placeTo>[]) =>
      askProviders(app.as(asha), { reference, version: 2, places, note: '', withDay: false });
    const before = everyRow(app.db);
    expect(ask([placeTo('acorn', true), placeTo('beech', false)])).toMatchObject({
      problem: 'not-in-this-state',
    });
    expect(ask([])).toMatchObject({ problem: 'not-found' });
    expect(everyRow(app.db)).toEqual(before);
    valueOf(ask([placeTo('acorn', true), placeTo('beech', true)]));
  });

  test('names the field of the place that is wrong, and keeps the rest as typed', async () => {
    const app = openTestApp();
    const sent = claimed(app, sendSampleRequest(app));
    const ids = placesOf(app, ['acorn', 'beech']);
    const typed = [
      ...[['version', '2'] as const, ['providerName', 'Acorn'] as const],
      ...[['email', 'acorn@x.example'] as const, ['providerName', 'Beech'] as const],
      ...[['email', 'beech@'] as const, ['note', 'Step-free'] as const],
    ];
    const page = valueOf(await askPage(app.as(asha), sent.reference, post(typed), ids));
    expect(page.problems.summary.map(({ href }) => href)).toEqual(['#email-2']);
    expect(page.places.map(({ email }) => email)).toEqual(['acorn@x.example', 'beech@']);
    expect(listEnquiries(app.db, sent.now())).toEqual([]);
  });

  test('passes the family’s own words on only when the broker says it agreed', async () => {
    const app = openTestApp();
    const sent = claimed(app, sendSampleRequest(app));
    placesOf(app, ['acorn', 'beech']);
    const ask = (id: string, more: readonly (readonly [string, string])[]) => {
      const version = ['version', String(sent.now().version)] as const;
      const to = [['providerName', 'A'] as const, ['email', 'a@x.example'] as const];
      return askPage(app.as(asha), sent.reference, post([version, ...to, ...more]), [id]);
    };
    expect(valueOf(await ask('acorn', []))).toMatchObject({
      done: true,
      day: 'She laughs at buses',
    });
    valueOf(await ask('beech', [['withDay', 'yes']]));
    const told = listEnquiries(app.db, sent.now()).map(({ question }) => question.day);
    expect(told).toEqual(['', 'She laughs at buses']);
    expect(app.db.select().from(auditEntry).all().at(-1)?.fields).toContain('day');
  });
});
