import { describe, expect, test } from 'vitest';
import { chooseOffer } from '#brokerage/choose-offer.ts';
import { declineOffer } from '#brokerage/decline-offer.ts';
import { declinePage } from '#brokerage/decline.form.ts';
import { askThenDo, openOffer } from '#brokerage/offer-page.ts';
import { trackRequest } from '#brokerage/track-request.ts';
import { trackView } from '#brokerage/track.view.ts';
import { withdrawRequest } from '#brokerage/withdraw-request.ts';
import { addressOf } from '#platform/http/addresses.ts';
import {
  askPlace,
  claimed,
  closeAs,
  no,
  offerFrom,
  sendSampleRequest,
  valueOf,
  type SentRequest,
} from '../support/request.ts';
import { answerEnquiry } from '#providers/answer-enquiry.ts';
import { rowsIn } from '../support/rows.ts';
import { openTestApp } from '../support/test-app.ts';

const href = (path: string) => addressOf('en', path);
const see = ({ family }: SentRequest) => trackView(family, href, valueOf(trackRequest(family)));
const state = (sent: SentRequest, name: string) =>
  see(sent).offers.find((offer) => offer.name === name)?.state;

describe('the family’s page says where it stands and what comes next, by when', () => {
  test('from receipt to the end', () => {
    const app = openTestApp();
    const sent = sendSampleRequest(app);
    expect(see(sent)).toMatchObject({
      status: 'We have your request',
      next: 'Next: a person from our team gets in touch, by Wednesday 25 November.',
      withdrawHref: '/track/withdraw',
      offers: [],
    });
    claimed(app, sent);
    expect(see(sent).next).toContain('we look for places');
    const offerId = offerFrom(app, sent);
    expect(see(sent)).toMatchObject({
      status: 'There is something for you to choose',
      offers: [{ name: 'Nursery acorn', chooseHref: `/track/choose/${offerId}` }],
    });
    expect(see(sent).next).toContain('Monday 7 December');
    valueOf(chooseOffer(sent.family, offerId));
    expect(see(sent)).toMatchObject({ status: 'You have chosen a place' });
    expect(see(sent).next).toContain('confirm it by Wednesday 25 November');
    expect(see(sent).offers).toMatchObject([{ state: 'You chose this', chooseHref: null }]);
    closeAs(app, sent, 'placed-as-wanted');
    expect(see(sent)).toMatchObject({ status: 'This request is closed', withdrawHref: null });
  });

  test('without the brokers’ working: what a provider answered is not there before it is offered', () => {
    const app = openTestApp();
    const sent = sendSampleRequest(app);
    const { provider } = askPlace(app, sent);
    valueOf(answerEnquiry(provider, { ...no, note: 'Not that child' }));
    closeAs(app, sent, 'unmet');
    const page = JSON.stringify(see(sent));
    expect(page).not.toContain('Not that child');
    expect(page).not.toContain('Asha');
    expect(page).not.toContain('answered');
    expect(see(sent).events.map(({ text }) => text)).toEqual([
      'We closed the request',
      'We asked Nursery acorn',
      'A member of our team started work on it',
      'You sent your request',
    ]);
  });
});

describe('declining', () => {
  test('keeps the reason and gives the broker a new day to look again', () => {
    const app = openTestApp();
    const sent = sendSampleRequest(app);
    const offerId = offerFrom(app, sent);
    valueOf(declineOffer(sent.family, offerId, 'Too far'));
    expect(sent.now()).toMatchObject({
      status: 'in-progress',
      nextAction: 'find-places',
      nextActionDue: '2026-11-25',
    });
    expect(state(sent, 'Nursery acorn')).toBe('You said no');
  });

  test('one of two leaves the other to choose', () => {
    const app = openTestApp();
    const sent = sendSampleRequest(app);
    const [first, second] = [offerFrom(app, sent), offerFrom(app, sent, { id: 'beech' })];
    valueOf(declineOffer(sent.family, first, ''));
    expect(sent.now()).toMatchObject({ status: 'waiting-family', nextAction: 'wait-for-family' });
    valueOf(declineOffer(sent.family, second, ''));
    expect(sent.now().status).toBe('in-progress');
  });

  test('a reason that is too long is shown again, and nothing is decided', async () => {
    const app = openTestApp();
    const sent = sendSampleRequest(app);
    const offerId = offerFrom(app, sent);
    const post = (reason: string) =>
      new Request('http://localhost/x', { method: 'POST', body: new URLSearchParams({ reason }) });
    const long = 'x'.repeat(2001);
    const shown = await declinePage(sent.family, offerId, post(long));
    expect(shown).toMatchObject({ done: false, reason: long });
    expect(shown.problems.of('reason')?.text).toContain('2,000');
    expect(openOffer(sent.family, offerId)).toMatchObject({ ok: true });
    expect(await declinePage(sent.family, offerId, post(' Too far '))).toMatchObject({
      done: true,
    });
    expect(await declinePage(sent.family, offerId, post('again'))).toMatchObject({
      done: false,
      offer: { problem: 'not-in-this-state' },
    });
  });
});

describe('when the request closes', () => {
  test.each([
    [
      'by choosing another',
      (sent: SentRequest, offerId: string) => chooseOffer(sent.family, offerId),
    ],
    ['by withdrawing', (sent: SentRequest) => withdrawRequest(sent.family)],
  ])('%s, an open option is no longer offered, and cannot be chosen', (_name, close) => {
    const app = openTestApp();
    const sent = sendSampleRequest(app);
    const [left, taken] = [offerFrom(app, sent), offerFrom(app, sent, { id: 'beech' })];
    valueOf(close(sent, taken));
    expect(state(sent, 'Nursery acorn')).toBe('No longer offered');
    const before = rowsIn(app.db, 'offer');
    const late = [chooseOffer(sent.family, left), declineOffer(sent.family, left, '')];
    for (const result of [...late, openOffer(sent.family, left)]) {
      expect(result).toEqual({ ok: false, problem: 'not-in-this-state' });
    }
    expect(rowsIn(app.db, 'offer')).toEqual(before);
  });
});

test('a page that asks first acts only when its button is pressed', async () => {
  let acted = 0;
  const act = () => {
    acted += 1;
    return { ok: true, value: null } as const;
  };
  const shown = () => ({ ok: true, value: 'page' }) as const;
  expect(await askThenDo('GET', shown, act)).toMatchObject({ done: false });
  expect(acted).toBe(0);
  expect(await askThenDo('POST', shown, act)).toMatchObject({ done: true });
});
