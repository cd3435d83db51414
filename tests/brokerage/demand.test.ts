import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { outcomes } from '#brokerage/case-status.ts';
import { declineOffer } from '#brokerage/decline-offer.ts';
import { answerEnquiry } from '#providers/answer-enquiry.ts';
import { chooseOffer } from '#brokerage/choose-offer.ts';
import { ageBandOf, ageBands, demandOf } from '#brokerage/demand.ts';
import { allSlots, daysOf, hoursOf, partsOn } from '#brokerage/week.ts';
import { confirmPlace } from '#casework/closing/confirm-place.ts';
import { withdrawRequest } from '#brokerage/withdraw-request.ts';
import { sampleFamily, typedAnswers } from '../support/family.ts';
import { knowPostcode } from '../support/place.ts';
import {
  askPlace,
  closeAs,
  offerFrom,
  sendSampleRequest,
  valueOf,
  type SentRequest,
} from '../support/request.ts';
import { rowsIn } from '../support/rows.ts';
import { asha, openTestApp, type TestApp } from '../support/test-app.ts';

const confirmed = (app: TestApp, { reference, now }: SentRequest, compromise: string) =>
  valueOf(
    confirmPlace(app.as(asha), {
      ...{ reference, version: now().version, startsOn: '', compromise, note: '' },
    }),
  );
const demands = (app: TestApp) => rowsIn(app.db, 'demand');

test.each([
  [-1, 'unborn'],
  [0, '0-1'],
  [23, '0-1'],
  [24, '2'],
  [35, '2'],
  [36, '3-4'],
  [59, '3-4'],
  [60, '5-7'],
  [95, '5-7'],
  [96, '8-11'],
  [143, '8-11'],
  [144, '12-19'],
  [239, '12-19'],
])('at %i months a child is in the band %s', (months, band) => {
  expect(ageBandOf(months)).toBe(band);
  expect(ageBands).toContain(band);
});

describe('a week', () => {
  test('adds up in hours and days', () => {
    expect(hoursOf([])).toBe(0);
    expect(hoursOf(['mon-early', 'mon-morning', 'mon-afternoon', 'mon-evening'])).toBe(13);
    expect(hoursOf(allSlots)).toBe(7 * 13);
    expect(daysOf(['sun-early', 'mon-evening', 'mon-early'])).toEqual(['mon', 'sun']);
    expect(partsOn(['sun-early', 'mon-evening', 'mon-early'], 'mon')).toEqual(['early', 'evening']);
  });

  test('counts every slot once, in whichever order', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...allSlots]), (slots) => {
        const parts = daysOf(slots).flatMap((day) => partsOn(slots, day));
        expect(parts).toHaveLength(slots.length);
        expect(hoursOf(slots)).toBe(hoursOf(slots.toReversed()));
      }),
    );
  });
});

describe('a closed case leaves one anonymous row', () => {
  const ways: readonly (readonly [string, (app: TestApp, sent: SentRequest) => void, string])[] = [
    ['withdrawn', (_app, { family }) => valueOf(withdrawRequest(family)), 'withdrawn'],
    [
      'chosen and confirmed',
      (app, sent) => {
        valueOf(chooseOffer(sent.family, offerFrom(app, sent)));
        confirmed(app, sent, '');
      },
      'placed-as-wanted',
    ],
    [
      'chosen and confirmed with a compromise',
      (app, sent) => {
        const says = { answer: 'yes-if', condition: 'Training', visit: false, note: '' } as const;
        valueOf(chooseOffer(sent.family, offerFrom(app, sent, { says })));
        confirmed(app, sent, 'Two days instead of three');
      },
      'placed-with-compromise',
    ],
    ...outcomes.map(
      (outcome) =>
        [
          `closed as ${outcome}`,
          (app: TestApp, sent: SentRequest) => closeAs(app, sent, outcome),
          outcome,
        ] as const,
    ),
  ];

  test.each(ways)('%s', (_name, close, outcome) => {
    const app = openTestApp();
    knowPostcode(app);
    const sent = sendSampleRequest(app);
    expect(demands(app)).toEqual([]);
    close(app, sent);
    expect(sent.now()).toMatchObject({ status: 'closed', outcome, nextAction: null });
    expect(demands(app)).toMatchObject([
      {
        closed_month: '2026-11',
        ward_code: 'E05000001',
        ward_name: 'Sale Moor',
        age_band: '2',
        days: '["mon","sat"]',
        hours_per_week: 10,
        need_groups: '["equipment","health"]',
        outcome,
      },
    ]);
    expect(withdrawRequest(sent.family)).toEqual({ ok: false, problem: 'not-in-this-state' });
    expect(demands(app)).toHaveLength(1);
  });

  test('in which nothing leads back to the family', () => {
    const app = openTestApp();
    knowPostcode(app);
    const sent = sendSampleRequest(app, {
      contact: { ...typedAnswers.contact, name: ['Zebedee'] },
    });
    closeAs(app, sent, 'unmet');
    const row = JSON.stringify(demands(app));
    const { id, reference, receivedAt, closedAt } = sent.now();
    for (const known of [id, reference, receivedAt, closedAt]) expect(row).not.toContain(known);
    for (const told of ['Zebedee', 'amina', 'M33', '2DH', '2024-05', '2026-11-2', 'buses']) {
      expect(row).not.toContain(told);
    }
  });
});

test('a postcode that the area does not know leaves no ward; not sure leaves no hours', () => {
  const none = { asked: 0, refusals: [] };
  const unsure = { ...sampleFamily, times: { ...sampleFamily.times, slots: [], notSure: true } };
  expect(demandOf(unsure, null, 'unmet', '2026-11-23', none)).toEqual([
    {
      closedMonth: '2026-11',
      wardCode: null,
      wardName: null,
      ageBand: '2',
      days: [],
      hoursPerWeek: null,
      needGroups: ['equipment', 'health'],
      kinds: [],
      termTime: 'not-sure',
      ...none,
      outcome: 'unmet',
    },
  ]);
});

test('each child of a family counts, and a question counts as none', () => {
  const [first] = sampleFamily.children;
  if (first === undefined) throw new Error('There is no child');
  const baby = { ...first, born: '2027-02', groups: [] };
  const of = (children: typeof sampleFamily.children) =>
    demandOf({ ...sampleFamily, children }, null, 'unmet', '2026-11-23', {
      asked: 0,
      refusals: [],
    });
  const two = of([first, baby]);
  expect(two.map(({ ageBand, needGroups }) => [ageBand, needGroups])).toEqual([
    ['2', ['equipment', 'health']],
    ['unborn', []],
  ]);
  expect(of([])).toEqual([]);
});

test('a row counts the places asked and why each came to nothing; silence is a reason', () => {
  const app = openTestApp();
  const sent = sendSampleRequest(app, { kinds: { kinds: ['childminder'] } });
  const { provider } = askPlace(app, sent, 'acorn');
  valueOf(answerEnquiry(provider, { answer: 'no', reason: 'equipment', note: '' }));
  askPlace(app, sent, 'beech');
  valueOf(declineOffer(sent.family, offerFrom(app, sent, { id: 'cedar' }), 'Too far'));
  closeAs(app, sent, 'unmet');
  expect(demands(app)).toMatchObject([
    {
      kinds: '["childminder"]',
      term_time: 'not-sure',
      asked: 3,
      refusals: '["equipment","family-declined","no-reply"]',
    },
  ]);
});
