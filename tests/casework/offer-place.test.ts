import { describe, expect, test } from 'vitest';
import { chooseOffer } from '#brokerage/choose-offer.ts';
import { trackRequest } from '#brokerage/track-request.ts';
import type { ProviderAnswer } from '#brokerage/provider-answer.ts';
import { offerPlace } from '#casework/asking/offer-place.ts';
import { answerEnquiry } from '#providers/answer-enquiry.ts';
import {
  askPlace,
  claimed,
  no,
  offerFrom,
  sendSampleRequest,
  valueOf,
  yes,
} from '../support/request.ts';
import { everyRow } from '../support/rows.ts';
import { asha, openTestApp, type TestApp } from '../support/test-app.ts';

const unchanged = (app: TestApp, work: () => unknown) => {
  const before = everyRow(app.db);
  const result = work();
  expect(everyRow(app.db)).toEqual(before);
  return result;
};

describe('an answer can be offered', () => {
  const answers: readonly (readonly [ProviderAnswer | null, boolean])[] = [
    [yes, true],
    [{ answer: 'yes-if', condition: 'Training', visit: true, note: '' }, true],
    [{ answer: 'visit-first', note: '' }, true],
    [no, false],
    [null, false],
  ];

  test.each(answers)('%j: %s', (says, offerable) => {
    const app = openTestApp();
    const sent = sendSampleRequest(app);
    const { enquiryId, provider } = askPlace(app, sent);
    if (says !== null) valueOf(answerEnquiry(provider, says));
    const { reference } = sent;
    const offer = () =>
      offerPlace(app.as(asha), { reference, version: sent.now().version, enquiryId });
    if (offerable) {
      valueOf(offer());
      expect(sent.now()).toMatchObject({ status: 'waiting-family', nextActionDue: '2026-12-07' });
    } else expect(unchanged(app, offer)).toMatchObject({ problem: 'not-in-this-state' });
    expect(unchanged(app, offer)).toMatchObject({ problem: 'not-in-this-state' });
  });

  test('only on its own case', () => {
    const app = openTestApp();
    const [one, other] = [sendSampleRequest(app), sendSampleRequest(app)];
    const { enquiryId, provider } = askPlace(app, one);
    valueOf(answerEnquiry(provider, yes));
    claimed(app, other);
    const { reference } = other;
    const stray = () => offerPlace(app.as(asha), { reference, version: 2, enquiryId });
    expect(unchanged(app, stray)).toMatchObject({ problem: 'not-found' });
  });

  test('not by a broker who has not seen the answer that is there now', () => {
    const app = openTestApp();
    const sent = sendSampleRequest(app);
    const { enquiryId, provider } = askPlace(app, sent);
    valueOf(answerEnquiry(provider, yes));
    const { reference } = sent;
    const { version } = sent.now();
    valueOf(
      answerEnquiry(provider, { answer: 'yes-if', condition: '£500', visit: false, note: '' }),
    );
    const late = () => offerPlace(app.as(asha), { reference, version, enquiryId });
    expect(unchanged(app, late)).toMatchObject({ problem: 'stale-version' });
  });
});

test('another family’s option is not one to choose', () => {
  const app = openTestApp();
  const [one, other] = [sendSampleRequest(app), sendSampleRequest(app)];
  const offerId = offerFrom(app, one);
  expect(unchanged(app, () => chooseOffer(other.family, offerId))).toMatchObject({
    problem: 'not-found',
  });
  expect(valueOf(trackRequest(other.family)).offers).toEqual([]);
});
