import { expect, test } from 'vitest';
import { downloadPage } from '#brokerage/download-page.ts';
import { downloadRequest } from '#brokerage/download-request.ts';
import { declineOffer } from '#brokerage/decline-offer.ts';
import { giveFeedback } from '#brokerage/give-feedback.ts';
import { writeToStaff } from '#brokerage/write-to-staff.ts';
import { recordOutcome } from '#casework/closing/record-outcome.ts';
import { writeMessage } from '#casework/file/write-message.ts';
import { answerEnquiry } from '#providers/answer-enquiry.ts';
import {
  anybody,
  askPlace,
  no,
  offerFrom,
  sendSampleRequest,
  valueOf,
  yes,
  type SentRequest,
} from '../support/request.ts';
import { jpegFile } from '../support/picture.ts';
import { everyRow, rowsIn } from '../support/rows.ts';
import { asha, openTestApp, type TestApp } from '../support/test-app.ts';

/** A request on which everything has happened that can be held. */
function fullRequest(app: TestApp): SentRequest {
  const sent = sendSampleRequest(app);
  valueOf(writeToStaff(sent.family, { text: 'From <us> & ours', once: '1' }));
  const offerId = offerFrom(app, sent, { says: { ...yes, note: 'Come on a Tuesday' } });
  valueOf(declineOffer(sent.family, offerId, 'Too far for us'));
  const { provider } = askPlace(app, sent, 'beech', 'For the provider alone');
  valueOf(answerEnquiry(provider, { ...no, note: 'Mrs Smith says no' }));
  valueOf(writeMessage(app.as(asha), sent.reference, { text: 'We look on', once: '2' }));
  const { version } = sent.now();
  const { reference } = sent;
  const outcome = { outcome: 'found-own', note: 'Between colleagues' } as const;
  valueOf(recordOutcome(app.as(asha), { reference, version, ...outcome }));
  const said = { helped: 'no', better: 'More places', child: 'I like water' } as const;
  valueOf(giveFeedback(sent.family, said, jpegFile(8, 8)));
  return sent;
}

test('a family downloads all that is held, without the names of staff', () => {
  const app = openTestApp();
  const sent = fullRequest(app);
  const held = valueOf(downloadRequest(sent.family));
  const text = JSON.stringify(held);
  const { typed, ...answers } = sent.now().family;
  expect(held).toMatchObject({ answers, answersAsTyped: typed });
  for (const mine of [
    sent.reference,
    ...['From <us> & ours', 'We look on', 'Come on a Tuesday', 'Too far for us', 'Nursery beech'],
    ...['"reason":"full"', 'More places', 'I like water', 'childrenMonths'],
    jpegFile(8, 8).toString('base64'),
  ]) {
    expect(text).toContain(mine);
  }
  for (const theirs of [
    ...['Asha', 'asha', 'Mrs Smith', 'For the provider alone', 'Between colleagues'],
    ...['@nursery.example', sent.caseId],
  ]) {
    expect(text).not.toContain(theirs);
  }
  expect(rowsIn(app.db, 'audit_entry').at(-1)).toMatchObject({
    action: 'case-downloaded',
    actor: `family:${sent.caseId}`,
  });
});

test('as a page it holds the same, in the reader’s words, as text and never as markup', () => {
  const app = openTestApp();
  const sent = fullRequest(app);
  const html = valueOf(downloadPage(app.as(sent.family.actor, 'ur')));
  expect(html).toContain('<html lang="ur" dir="rtl">');
  expect(html).toContain('From &lt;us&gt; &amp; ours');
  expect(html).not.toContain('<us>');
  expect(html).not.toMatch(/<script|undefined|\[object/);
  const { children, contact } = sent.now().family;
  for (const mine of ['I like water', contact.email, children[0]?.text ?? '', 'Nursery beech'])
    expect(html).toContain(mine);
  expect(html).toContain(`data:image/jpeg;base64,${jpegFile(8, 8).toString('base64')}`);
});

test.each(['en', 'pl', 'ur'])('every field on that page has a name in %s', (language) => {
  const app = openTestApp();
  const sent = fullRequest(app);
  const html = valueOf(downloadPage(app.as(sent.family.actor, language)));
  expect(html.match(/<dt lang="en">.*?<\/dt>/g)).toBeNull();
  const { words } = app.as(anybody, language);
  for (const key of ['receivedAt', 'answeredAt', 'childrenMonths', 'declinedBecause'] as const)
    expect(html).toContain(`<dt>${words.t(`brokerage:download.field.${key}`)}</dt>`);
  expect(html).toContain(words.t('brokerage:track.cannot.full'));
});

test('nobody but the family gets it, and another family gets its own', () => {
  const app = openTestApp();
  const [sent, other] = [fullRequest(app), sendSampleRequest(app)];
  const before = everyRow(app.db);
  for (const actor of [anybody, asha, { kind: 'system' } as const]) {
    expect(downloadRequest(app.as(actor))).toEqual({ ok: false, problem: 'not-found' });
  }
  expect(everyRow(app.db)).toEqual(before);
  const own = JSON.stringify(valueOf(downloadRequest(other.family)));
  expect(own).toContain(other.reference);
  expect(own).not.toContain(sent.reference);
  expect(own).not.toContain('Too far for us');
});
