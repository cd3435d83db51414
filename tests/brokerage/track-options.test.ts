import { expect, test } from 'vitest';
import { trackRequest } from '#brokerage/track-request.ts';
import { trackView } from '#brokerage/track.view.ts';
import { reasonCodes } from '#brokerage/provider-answer.ts';
import { addressOf } from '#platform/http/addresses.ts';
import { answerEnquiry } from '#providers/answer-enquiry.ts';
import {
  askPlace,
  closeAs,
  no,
  offerFrom,
  sendSampleRequest,
  valueOf,
  type SentRequest,
} from '../support/request.ts';
import { openTestApp } from '../support/test-app.ts';

const visitable = { answer: 'yes', from: '', visit: true, note: '' } as const;
const see = ({ family }: SentRequest) =>
  trackView(family, (path) => addressOf('en', path), valueOf(trackRequest(family)));

test('a family sees every place that was asked: what it said, or that it has not yet', () => {
  const app = openTestApp();
  const sent = sendSampleRequest(app);
  askPlace(app, sent, 'acorn');
  const beech = askPlace(app, sent, 'beech');
  valueOf(answerEnquiry(beech.provider, { ...no, note: 'A note for the broker' }));
  const cedar = askPlace(app, sent, 'cedar');
  valueOf(
    answerEnquiry(cedar.provider, { answer: 'yes-if', condition: 'Money', visit: true, note: '' }),
  );
  offerFrom(app, sent, { id: 'dogwood', says: visitable });
  expect(see(sent).asked).toMatchObject([
    {
      name: 'Nursery acorn',
      state: 'Asked',
      says: 'We asked on Monday 23 November. We hope to hear by Wednesday 25 November.',
      providerHref: '/provider/acorn',
    },
    {
      name: 'Nursery beech',
      state: 'Cannot',
      says: 'They cannot take your child now, because they are full.',
    },
    { name: 'Nursery cedar', state: 'Has answered' },
  ]);
  expect(see(sent).offers).toMatchObject([
    { name: 'Nursery dogwood', says: 'They can take your child.', visit: 'You can visit.' },
  ]);
  const page = JSON.stringify(see(sent));
  for (const hidden of ['A note for the broker', 'Money', 'Asha']) {
    expect(page).not.toContain(hidden);
  }
  closeAs(app, sent, 'unmet');
  expect(see(sent).asked.map(({ says }) => says)).toEqual([
    'We asked on Monday 23 November.',
    'They cannot take your child now, because they are full.',
    'They answered, and it was not taken further.',
  ]);
});

test('every reason for a refusal is said in words of its own, in each language', () => {
  const app = openTestApp();
  for (const language of ['en', 'pl', 'ur']) {
    const sent = sendSampleRequest(app, {}, language);
    const { provider } = askPlace(app, sent, `place-${language}`);
    const said = reasonCodes.map((reason) => {
      valueOf(answerEnquiry(provider, { answer: 'no', reason, note: '' }));
      return see(sent).asked[0]?.says;
    });
    expect(new Set(said).size).toBe(reasonCodes.length);
  }
});

test('another family’s places are not among them', () => {
  const app = openTestApp();
  const [one, other] = [sendSampleRequest(app), sendSampleRequest(app)];
  askPlace(app, one, 'acorn');
  expect(see(other).asked).toEqual([]);
});
