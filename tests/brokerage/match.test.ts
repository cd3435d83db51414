import { describe, expect, test } from 'vitest';
import { reasonsFor, type Fit } from '#brokerage/match/match.ts';
import type { Family } from '#brokerage/family.ts';
import { attributesIn } from '#directory/inclusion-vocabulary.ts';
import type { InclusionRecord } from '#directory/inclusion.ts';
import type { Provider } from '#directory/provider.ts';
import { familyWith } from '../support/family.ts';
import { quietPlace } from '../support/place.ts';

const today = '2026-11-23';
const family: Family = familyWith({}, { groups: ['equipment'], tasks: [] });
const fits = (place: Partial<Provider>, miles: number | null = null, of: Family = family) =>
  Object.fromEntries(
    reasonsFor(quietPlace(place), miles, of, today).map(({ about, fit }) => [about, fit]),
  );
const said = (answer: InclusionRecord['answer'], confirmedOn = today): InclusionRecord => ({
  answer,
  note: null,
  confirmedOn,
  source: 'provider',
});
const equipment = attributesIn('equipment').map(({ key }) => key);
const answering = (...answers: readonly (readonly [string, InclusionRecord])[]) => ({
  inclusion: new Map(answers),
});

test('a place that has said nothing is unknown in everything, and unmet in nothing', () => {
  expect(fits({})).toEqual({
    distance: 'unknown',
    age: 'unknown',
    hours: 'unknown',
    vacancy: 'unknown',
    need: 'unknown',
  });
});

test.each<[number | null, Fit]>([
  [3, 'met'],
  [3.01, 'unmet'],
  [0, 'met'],
  [null, 'unknown'],
])('%s miles from a family that can travel 3: %s', (miles, fit) => {
  expect(fits({}, miles)['distance']).toBe(fit);
});

describe('age', () => {
  test.each<[number, number, Fit]>([
    [0, 31, 'unmet'],
    [0, 32, 'met'],
    [32, 60, 'met'],
    [33, 60, 'unmet'],
  ])('ages %i to %i for a child of 32 months when care starts: %s', (from, to, fit) => {
    expect(fits({ ages: { from, to } })['age']).toBe(fit);
  });

  test('is today’s when care is needed now, or was from a month that has passed', () => {
    const ages = { from: 30, to: 30 };
    for (const month of ['', '2026-11', '2025-01']) {
      const start = { when: month === '' ? ('soon' as const) : ('month' as const), month };
      expect(fits({ ages }, null, { ...family, start })['age']).toBe('met');
    }
  });

  test('of a baby who is not born yet is nothing', () => {
    expect(
      fits({ ages: { from: 0, to: 12 } }, null, familyWith({}, { born: '2027-05' }))['age'],
    ).toBe('met');
  });

  test('of two children is that of the one it fits worse', () => {
    const [first] = family.children;
    const two = { ...family, children: [first, { ...first, born: '2020-01' }] } as Family;
    expect(fits({ ages: { from: 0, to: 60 } }, null, two)['age']).toBe('unmet');
    expect(fits({ ages: { from: 0, to: 132 } }, null, two)['age']).toBe('met');
  });
});

test('a kind the family would not take is against a place; without a choice any will do', () => {
  const wants = { ...family, kinds: ['childminder' as const] };
  expect(fits({ kind: 'nursery' }, null, wants)['kind']).toBe('unmet');
  expect(fits({ kind: 'childminder' }, null, wants)['kind']).toBe('met');
  expect(fits({ kind: 'nursery' })).not.toHaveProperty('kind');
});

describe('vacancies', () => {
  const vacancy = (from: number, to: number, places: number) => ({
    ages: { from, to },
    day: null,
    places,
    freeFrom: null,
    asAt: today,
  });

  test('for the child’s age decide; those for other ages say nothing of it', () => {
    expect(fits({ vacancies: [vacancy(24, 36, 1)] })['vacancy']).toBe('met');
    expect(fits({ vacancies: [vacancy(24, 36, 0)] })['vacancy']).toBe('unmet');
    expect(fits({ vacancies: [vacancy(0, 23, 5)] })['vacancy']).toBe('unknown');
    expect(fits({ vacancies: [vacancy(24, 36, 0), vacancy(30, 40, 2)] })['vacancy']).toBe('met');
  });

  test('said more than three months ago say nothing any more', () => {
    const old = { ...vacancy(24, 36, 1), asAt: '2026-08-01' };
    expect(fits({ vacancies: [old] })['vacancy']).toBe('unknown');
    expect(fits({ vacancies: [{ ...old, asAt: '2026-09-01' }] })['vacancy']).toBe('met');
  });
});

describe('a need', () => {
  test('is met by one thing that is offered, with notice or without', () => {
    expect(fits(answering(['hoist', said('yes')]))['need']).toBe('met');
    expect(fits(answering(['hoist', said('with-notice')], ['charging', said('no')]))['need']).toBe(
      'met',
    );
  });

  test('is unknown while one thing has not been said, lately or at all', () => {
    const no = equipment.map((key) => [key, said('no')] as const);
    expect(fits(answering(...no))['need']).toBe('unmet');
    expect(fits(answering(...no.slice(1)))['need']).toBe('unknown');
    expect(fits(answering(...no.slice(1), ['hoist', said('ask-us')]))['need']).toBe('unknown');
    expect(fits(answering(...no.slice(1), ['hoist', said('no', '2025-11-22')]))['need']).toBe(
      'unknown',
    );
    expect(fits(answering(['hoist', said('yes', '2025-11-22')]))['need']).toBe('unknown');
  });
});

describe('care', () => {
  test('that a child needs names the thing itself', () => {
    const moved = familyWith({}, { groups: [], tasks: ['moving', 'tube-feeding'] });
    const place = quietPlace(answering(['hoist', said('no')], ['tube_feeding', said('yes')]));
    const reasons = reasonsFor(place, null, moved, today).filter(({ about }) => about === 'care');
    expect(reasons).toEqual([
      { about: 'care', fit: 'met', attribute: 'tube_feeding' },
      { about: 'care', fit: 'unmet', attribute: 'hoist' },
    ]);
  });

  test('of a kind names what a place has not said when that is little', () => {
    const no = equipment.map((key) => [key, said('no')] as const);
    const missing = (...answers: readonly (readonly [string, InclusionRecord])[]) =>
      reasonsFor(quietPlace(answering(...answers)), null, family, today).flatMap((reason) =>
        reason.about === 'need' ? (reason.missing ?? []) : [],
      );
    expect(missing(...no.slice(1))).toEqual([equipment[0]]);
    expect(missing()).toEqual([]);
  });
});

describe('the way to work', () => {
  test.each<[number | null, number | null, Fit, Fit]>([
    [8, 1, 'met', 'met'],
    [8, 3.1, 'unmet', 'unmet'],
    [2, 3.1, 'met', 'unmet'],
    [2, null, 'met', 'unknown'],
  ])('%s miles away, %s off the way: near %s, on the way %s', (miles, detour, near, way) => {
    const found = reasonsFor(quietPlace(), miles, family, today, detour);
    expect(found.find(({ about }) => about === 'distance')?.fit).toBe(near);
    expect(found.find(({ about }) => about === 'way')?.fit).toBe(way);
  });
});

describe('a budget', () => {
  const hourly = { unit: 'hour' as const, hours: null, label: null, includes: null, ages: null };
  const costs = [{ ...hourly, pence: 600 }];
  const takes = (...schemes: readonly Provider['funded'][number]['scheme'][]) =>
    schemes.map((scheme) => ({ scheme, hoursAWeek: null, isStretched: null, note: null }));
  const wholeDays = ['mon-morning', 'mon-afternoon', 'tue-morning', 'tue-afternoon'] as const;
  const budget = (
    money: Partial<Family['money']>,
    place: Partial<Provider> = {},
    change: Partial<Family> = {},
  ) =>
    reasonsFor(
      quietPlace({ costs, ...place }),
      null,
      {
        ...family,
        ...change,
        money: { schemes: [], other: [], weeklyPounds: null, ...money },
      },
      today,
    ).find(({ about }) => about === 'budget');
  const aged = (born: string) => familyWith({}, { born }).children;

  test('is held against the price of the week, where nothing is taken off', () => {
    expect(budget({ weeklyPounds: 60 })).toMatchObject({ fit: 'met', pence: 6000, overPence: 0 });
    expect(budget({ weeklyPounds: 51 })).toMatchObject({
      fit: 'unmet',
      overPence: 900,
      after: 'nothing',
    });
    expect(budget({})).toBeUndefined();
  });

  test('is held against what is left after the funded hours', () => {
    // 20 hours at £6, of which 15 are free: £30.
    const twoDays = {
      times: { ...family.times, slots: [...wholeDays] },
      children: aged('2023-10'),
    };
    const place = { funded: takes('universal-3-4') };
    expect(budget({ weeklyPounds: 21 }, place, twoDays)).toMatchObject({
      fit: 'unmet',
      pence: 3000,
      overPence: 900,
      after: 'hours',
    });
    expect(budget({ weeklyPounds: 30 }, place, twoDays)).toMatchObject({ fit: 'met' });
    // All 20 free with working parents' hours.
    expect(
      budget(
        { weeklyPounds: 0, schemes: ['working-3-4'] },
        { funded: takes('working-3-4') },
        twoDays,
      ),
    ).toMatchObject({ fit: 'met', pence: 0 });
  });

  test('counts the help that the family told: a fifth, or 85 of 100', () => {
    expect(budget({ weeklyPounds: 48, other: ['tax-free-childcare'] })).toMatchObject({
      fit: 'met',
      pence: 4800,
      after: 'help',
    });
    expect(budget({ weeklyPounds: 9, other: ['universal-credit'] })).toMatchObject({ pence: 900 });
    expect(budget({ weeklyPounds: 9, other: ['not-sure'] })).toMatchObject({
      fit: 'unknown',
      pence: 6000,
    });
  });

  test('is not known to be passed where a place has not said if it takes funded hours', () => {
    const three = { children: aged('2023-10') };
    expect(budget({ weeklyPounds: 51 }, {}, three)).toMatchObject({ fit: 'unknown' });
    expect(budget({ weeklyPounds: 51 }, { freeEarlyYears: false }, three)).toMatchObject({
      fit: 'unmet',
    });
  });

  test('of an unknown price is unknown', () => {
    expect(budget({ weeklyPounds: 51 }, { costs: [] })).toMatchObject({
      fit: 'unknown',
      pence: null,
    });
  });
});
