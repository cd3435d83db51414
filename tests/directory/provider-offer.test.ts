import { describe, expect, test } from 'vitest';
import { inclusionAttributes } from '#directory/inclusion-vocabulary.ts';
import type { Provider } from '#directory/provider.ts';
import { textOf, viewOf } from './view-of.ts';

describe('hours in words', () => {
  const at = (day: number, opens: string, closes: string, term = 'all-year' as const) =>
    ({ day, opens, closes, term, session: null, isFunded: false }) as const;

  test('days with the same hours together, then the closed ones in one line', () => {
    const { hours } = viewOf({ schedule: [1, 2, 3, 4, 5].map((day) => at(day, '07:30', '18:00')) });
    const [table] = hours?.tables ?? [];
    expect(table?.caption).toBe('All year');
    expect(table?.rows).toHaveLength(2);
    expect(table?.rows[0]).toMatchObject({
      day: 'Monday to Friday',
      times: [{ text: '7:30am to 6pm' }],
    });
    expect(table?.rows[1]).toMatchObject({
      day: 'Saturday and Sunday',
      times: [{ text: 'Closed' }],
    });
  });

  test('days are kept apart by their hours and by a closed day between them', () => {
    const { hours } = viewOf({
      schedule: [
        ...[at(1, '08:00', '18:00'), at(2, '08:00', '18:00'), at(3, '09:00', '12:00')],
        ...[at(3, '13:00', '15:00'), at(5, '08:00', '18:00')],
      ],
    });
    expect(hours?.tables[0]?.rows.map(({ day }) => day)).toEqual([
      ...['Monday and Tuesday', 'Wednesday', 'Friday'],
      'Thursday, Saturday and Sunday',
    ]);
  });

  test('a table for each part of the year, with the names of sessions and the funded ones', () => {
    const { hours } = viewOf({
      schedule: [
        at(1, '09:00', '12:00'),
        { ...at(1, '09:00', '12:00'), term: 'term-time', session: 'Morning', isFunded: true },
        { ...at(2, '10:00', '15:00'), term: 'holidays' },
        { ...at(3, '10:00', '15:00'), term: 'not-said' },
      ],
    });
    expect(hours?.tables.map(({ caption }) => caption)).toEqual([
      'All year',
      'In term time',
      'In school holidays',
      'Term time or all year: not said',
    ]);
    expect(hours?.tables[1]?.rows).toEqual([
      {
        day: 'Monday',
        times: [{ text: '9am to 12pm', session: 'Morning', note: 'funded hours can be used' }],
        isClosed: false,
      },
    ]);
  });
});

describe('costs', () => {
  test('what it buys, what is included, and the hour where its hours are known', () => {
    const { costs } = viewOf({
      costs: [
        {
          ...{ unit: 'day', pence: 6300, hours: 10.5, label: 'Full day', includes: 'lunch' },
          ages: { from: 24, to: 59 },
        },
        { unit: 'week', pence: 25000, hours: null, label: null, includes: null, ages: null },
      ],
      deposit: 5000,
      extras: 'Nappies',
    });
    expect(costs?.prices[0]).toMatchObject({
      label: 'Full day',
      includes: 'lunch',
      price: '£63.00 a day',
      hours: '10.5 hours',
      perHour: 'about £6.00 an hour',
    });
    expect(costs?.prices[1]).toMatchObject({ price: '£250.00 a week', perHour: null, hours: null });
    expect(textOf(costs?.facts, 'Deposit')).toBe('£50.00');
    expect(textOf(costs?.facts, 'Paid on top')).toBe('Nappies');
  });

  test('free is said to be free, and is not the same as not said', () => {
    expect(viewOf({ isFree: true }).costs?.free).toBe('Free to use.');
    expect(viewOf({ isFree: null }).costs).toBeNull();
  });

  test('funded hours by scheme', () => {
    const { funded } = viewOf({
      funded: [
        { scheme: 'universal-3-4', hoursAWeek: 15, isStretched: true, note: 'Ask about lunch' },
        { scheme: 'working-2', hoursAWeek: null, isStretched: null, note: null },
      ],
    });
    expect(funded?.schemes).toEqual([
      {
        scheme: 'Everyone: 3 and 4 years old',
        offer: ['Up to 15 hours a week', 'Can be spread over more weeks, with fewer hours in each'],
        note: 'Ask about lunch',
      },
      {
        scheme: 'Working parents: 2 years old',
        offer: ['Offered; how many hours is not said'],
        note: null,
      },
    ]);
    expect(viewOf({ freeEarlyYears: false }).funded?.plain).toContain('does not offer');
    expect(viewOf({ freeEarlyYears: true }).funded?.plain).toContain('has not said which');
  });
});

describe('places free', () => {
  const free = (over: Partial<Provider['vacancies'][number]>) => ({
    ...{ ages: { from: 0, to: 23 }, day: null, places: 1, freeFrom: null, asAt: '2026-11-03' },
    ...over,
  });

  test('by age band and day, with when they were said and from when', () => {
    const { places } = viewOf({
      vacancies: [
        free({ day: 1, places: 0 }),
        free({ day: 4, places: 1, freeFrom: '2027-01-04' }),
        free({ ages: { from: 24, to: 59 }, places: 3 }),
      ],
    });
    expect(places?.bands.map(({ rows }) => rows.map(({ day, text }) => `${day}: ${text}`))).toEqual(
      [
        ['Monday: Full', 'Thursday: 1 place, free from 4 January 2027'],
        ['Any day: 3 places, free now'],
      ],
    );
    expect(places?.said).toBe('Said on 3 November 2026.');
  });

  test('what was said over three months ago is shown as old, and not at a glance', () => {
    const { places, head } = viewOf({ vacancies: [free({ asAt: '2026-08-01' })] });
    expect(places?.said).toContain('over 3 months ago');
    expect(head.glance.map(({ label }) => label)).not.toContain('Places free');
  });
});

describe('what it can do for a child', () => {
  const said = (
    answer: 'yes' | 'with-notice' | 'no' | 'ask-us',
    confirmedOn = '2026-11-01',
    source: 'provider' | 'council-visit' | 'health' = 'provider',
  ) => ({ answer, note: 'Ring first', confirmedOn, source });
  const answered = (...answers: readonly (readonly [string, ReturnType<typeof said>])[]) =>
    viewOf({ inclusion: new Map(answers) }).inclusion;
  const only = (record: ReturnType<typeof said>) =>
    answered(['hoist', record]).groups[0]?.answers[0];

  test.each([
    ['yes', 'Yes', 'met'],
    ['with-notice', 'With notice', 'met'],
    ['no', 'No', 'unmet'],
  ] as const)('%s, with its note, who said so and when', (answer, text, look) => {
    expect(only(said(answer))).toEqual({
      label: 'A hoist, and staff trained to use it',
      answer: text,
      look,
      note: 'Ring first',
      who: 'The place said so on 1 November 2026.',
    });
  });

  test('a visit of ours and a health worker are told from the place', () => {
    expect(only(said('yes', '2026-11-01', 'council-visit'))?.who).toContain('We saw it');
    expect(only(said('yes', '2026-11-01', 'health'))?.who).toContain('A health worker');
  });

  test.each([
    ['ask us', said('ask-us')],
    ['an old no', said('no', '2025-11-22')],
    ['an old yes', said('yes', '2025-11-22')],
  ])('%s is unknown: ask us', (_name, record) => {
    expect(only(record)).toMatchObject({ answer: 'Ask us', look: 'unknown' });
  });

  test('what most of it has in common is said once', () => {
    const { usual, groups, source } = answered(
      ['hoist', said('yes')],
      ['bsl', said('no')],
      ['senco', said('yes', '2026-06-01', 'council-visit')],
    );
    expect(usual).toBe('Where nothing else is said below, the place said so on 1 November 2026.');
    expect(groups.flatMap(({ answers }) => answers.map(({ who }) => who))).toEqual([
      null,
      null,
      'We saw it on a visit on 1 June 2026.',
    ]);
    expect(source).toBeNull();
  });

  test('an old answer is shown with its day and as old', () => {
    expect(only(said('yes', '2025-11-22'))?.who).toBe(
      'Said “Yes” on 22 November 2025. That is over a year ago, so ask again.',
    );
  });

  test('everything in the list is either said or not said, once', () => {
    const { groups, unsaid } = answered(['hoist', said('yes')], ['bsl', said('no')]);
    expect(groups.flatMap(({ answers }) => answers)).toHaveLength(2);
    const asked = unsaid?.groups.flatMap((group) => group.labels) ?? [];
    expect(new Set(asked).size).toBe(inclusionAttributes.length - 2);
    expect(asked).not.toContain('Someone signs BSL');
  });

  test('the Equality Act sentence is always there', () => {
    expect(viewOf({}).inclusion.equality).toContain('Equality Act 2010');
  });
});
