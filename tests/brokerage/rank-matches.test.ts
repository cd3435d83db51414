import { expect, test } from 'vitest';
import {
  rankMatches,
  reasonsFor,
  type Fit,
  type Match,
  type Reason,
} from '#brokerage/match/match.ts';
import { reasonText } from '#brokerage/match/reason-words.ts';
import type { Family } from '#brokerage/family.ts';
import type { InclusionRecord } from '#directory/inclusion.ts';
import type { OpeningTime, Provider } from '#directory/provider.ts';
import { familyWith } from '../support/family.ts';
import { quietPlace } from '../support/place.ts';
import { openTestApp } from '../support/test-app.ts';

const today = '2026-11-23';
const family: Family = familyWith({}, { groups: ['equipment'] });
const open = (day: number, opens: string, closes: string): OpeningTime => ({
  day,
  opens,
  closes,
  term: 'all-year',
  session: null,
  isFunded: false,
});
const said = (answer: InclusionRecord['answer'], confirmedOn = today): InclusionRecord => ({
  answer,
  note: null,
  confirmedOn,
  source: 'provider',
});
const answering = (...answers: readonly (readonly [string, InclusionRecord])[]) => ({
  inclusion: new Map(answers),
});

test('the order: fewest against, most for, most help, nearest, and always the same', () => {
  const reason = (fit: Fit): Reason => ({ about: 'age', fit });
  const help = (offered: number): Reason => ({
    about: 'need',
    fit: 'met',
    group: 'equipment',
    offered,
    of: 5,
  });
  const match = (id: string, miles: number | null, reasons: readonly Reason[]): Match => ({
    provider: quietPlace({ id }),
    miles,
    reasons,
  });
  const inOrder = [
    match('more for', 9, [reason('met'), help(1), reason('met')]),
    match('more help', 9, [help(3), reason('met')]),
    match('near', 1, [help(1), reason('met')]),
    match('a', 2, [help(1), reason('met')]),
    match('b', 2, [help(1), reason('met')]),
    match('nowhere', null, [help(1), reason('met')]),
    match('unknown', 1, [reason('unknown'), reason('unknown')]),
    match('one against', 0, [
      reason('unmet'),
      reason('met'),
      help(5),
      reason('met'),
      reason('met'),
    ]),
  ];
  expect(rankMatches(inOrder.toReversed()).map(({ provider }) => provider.id)).toEqual(
    inOrder.map(({ provider }) => provider.id),
  );
});

test('every reason has words that say what is known and no more', () => {
  const { words } = openTestApp().as({ kind: 'system' });
  const texts = (place: Partial<Provider>, miles: number | null) =>
    reasonsFor(quietPlace(place), miles, family, today).map((reason) => reasonText(words, reason));
  expect(texts({}, null)).toEqual([
    'Where it is has not been published',
    'Ages not said',
    'Opening hours not said',
    'Vacancies not said',
    'Equipment: not said',
    'No answer on: Trained in tube feeding (gastrostomy or NG tube)',
  ]);
  const known = {
    ages: { from: 0, to: 60 },
    schedule: [open(1, '08:00', '13:00')],
    ...answering(['hoist', said('yes')]),
  };
  expect(texts(known, 1.23)).toEqual([
    '1.2 miles away',
    'Takes this age',
    'Open for 5 of 10 hours',
    'Vacancies not said',
    'Equipment: offers 1 of 5 things',
    'No answer on: Trained in tube feeding (gastrostomy or NG tube)',
  ]);
  const hoist = { about: 'need', fit: 'unknown', group: 'equipment', offered: 0, of: 5 } as const;
  expect(reasonText(words, { ...hoist, missing: ['hoist'] })).toMatch(
    /^Equipment: not said\. No answer on: .*hoist/i,
  );
  const week = { about: 'budget', pence: 6000, overPence: 900, fit: 'unmet' } as const;
  expect(reasonText(words, { ...week, after: 'hours' })).toBe(
    '£9 a week over budget after funded hours: about £60 a week',
  );
  expect(reasonText(words, { about: 'way', fit: 'met', miles: 1.23 })).toBe(
    '1.2 miles off the way to work or school',
  );
});
