import { auditEntry } from '#db/schema/platform.ts';
import { describe, expect, test } from 'vitest';
import { askProvider } from '#casework/asking/ask-provider.ts';
import { askProviderPage } from '#casework/asking/ask-provider-page.ts';
import { listEnquiries } from '#casework/asking/enquiry-store.ts';
import { typedAnswers } from '../support/family.ts';
import { addPlace } from '../support/place.ts';
import { askPlace, claimed, sendSampleRequest, valueOf } from '../support/request.ts';
import { everyRow } from '../support/rows.ts';
import { asha, openTestApp } from '../support/test-app.ts';

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
      askProviderPage(app.as(asha), sent.reference, 'acorn', request).then(valueOf);
    const before = everyRow(app.db, ['audit_entry']);
    const stale = await ask(post());
    expect(stale).toMatchObject({ done: false, stale: true, version: 2 });
    expect(stale.typed['note']).toEqual(['Long note']);
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
    const page = valueOf(await askProviderPage(app.as(asha), sent.reference, 'acorn', request));
    expect(page).toMatchObject({ mustAgree: true, title: 'Nursery acorn' });
    expect(page.typed['email']).toEqual(['acorn@nursery.example']);
    expect(page.preview).toMatchObject({ district: 'M33', childrenMonths: [30] });
  });
});
