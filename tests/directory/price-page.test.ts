import { describe, expect, test } from 'vitest';
import { costOption, fundedPlace } from '#db/schema/directory-offer.ts';
import { netAsked } from '#directory/price/net-asked.ts';
import { pricePage } from '#directory/price/price-page.ts';
import { sharedPricePage } from '#directory/price/shared-price-page.ts';
import { openQuery } from '#directory/find-query.ts';
import { addressOf } from '#platform/http/addresses.ts';
import { addBarePlace } from '../support/full-place.ts';
import { anybody, valueOf } from '../support/request.ts';
import { openTestApp, type TestApp } from '../support/test-app.ts';

type Fields = Readonly<Record<string, string | readonly string[]>>;
const href = (path: string, query = {}) => addressOf('en', path, query);
const formOf = (fields: Fields) => {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields))
    for (const one of [value].flat()) form.append(name, one);
  return form;
};

type Priced = {
  readonly pence: number;
  readonly unit: 'hour' | 'day';
  readonly schemes?: readonly string[];
};
function addPriced(app: TestApp, id: string, { pence, unit, schemes = [] }: Priced): void {
  addBarePlace(app.db, { id, kind: 'nursery', name: `Nursery ${id}` });
  app.db
    .insert(costOption)
    .values({ id: `${id}-cost`, serviceAtLocationId: id, unit, pence })
    .run();
  for (const scheme of schemes)
    app.db.insert(fundedPlace).values({ serviceAtLocationId: id, scheme }).run();
}

/** 30 hours over three days in term, for a child of 2 with 15 hours, on Universal Credit. */
const typed = {
  ...{ day: ['1', '2', '3'], from: '8', to: '6pm', spread: 'term-time' },
  ...{ month: '8', year: '2024', hours: ['extra-support'], help: 'universal-credit' },
};
const opened = (): TestApp => {
  const app = openTestApp();
  addPriced(app, 'day', { pence: 6_000, unit: 'day', schemes: ['extra-support-2'] });
  addPriced(app, 'hour', { pence: 500, unit: 'hour', schemes: ['working-2'] });
  addBarePlace(app.db, { id: 'quiet', kind: 'nursery' });
  addBarePlace(app.db, { id: 'library', kind: 'library', registered: false });
  return app;
};
const price = (app: TestApp, id: string, change: Fields = {}, language = 'en') =>
  valueOf(pricePage(app.as(anybody, language), href, id, formOf({ ...typed, ...change })));

describe('what a place would cost, worked out by hand', () => {
  // 3 × £60 = £180 a week, £6,840 in 38 weeks; half of it free: £3,420; 85% back: £2,907.
  test('with 15 hours and Universal Credit', () => {
    const { result, status } = price(opened(), 'day');
    expect(status).toBe(200);
    expect(result?.sum).toMatchObject({
      week: 'About £13.50 a week',
      monthAndYear: 'That is £42.75 a month, or £513 a year.',
      gross: 'Before any help: £180 a week.',
      hours: ['Free hours used: 15 a week in term, 570 a year.'],
      rows: [
        { label: 'Childcare', detail: '3 × £60 a day, each week', week: '£180', year: '£6,840' },
        { label: 'Free hours', detail: '15 hours a week', week: '−£90', year: '−£3,420' },
        { label: 'Back through Universal Credit', week: '−£76.50', year: '−£2,907' },
      ],
    });
  });

  test.each<[Fields, string]>([
    // A fifth of £90.
    [{ help: 'tax-free-childcare' }, 'About £72 a week'],
    [{ help: 'none' }, 'About £90 a week'],
    [{ help: 'none', hours: [] }, 'About £180 a week'],
    [{ help: 'not-sure', hours: ['not-sure'] }, 'About £180 a week'],
    // Born in October 2024: not before the term of January 2027.
    [{ help: 'none', month: '10' }, 'About £180 a week'],
    [{ help: 'none', month: '10', startMonth: '1', startYear: '2027' }, 'About £90 a week'],
    // £180 × 52 = £9,360 less £90 × 38 = £3,420, over 52 weeks.
    [{ help: 'none', spread: 'all-year' }, 'About £114.23 a week'],
    // Digits of an Urdu keyboard.
    [{ help: 'none', month: '۸', year: '۲۰۲۴', from: '۸', to: '۱۸:۰۰' }, 'About £90 a week'],
  ])('%o: %s', (change, week) => {
    expect(price(opened(), 'day', change).result?.sum?.week).toBe(week);
  });

  test('where hours begin later, the page says when', () => {
    expect(price(opened(), 'day', { month: '10' }).pricedFor?.later).toContain('1 January 2027');
    expect(price(opened(), 'day').pricedFor?.later).toContain('1 September 2027');
  });
});

describe('what is not known is said', () => {
  test('of meals and extras, and of hours that the place does not name', () => {
    const { result } = price(opened(), 'hour');
    expect(result?.notSaid.map(({ text }) => text)).toEqual([
      'not known',
      'not known',
      'not known',
    ]);
    expect(result?.sum?.assumptions.join(' ')).toContain('has not told us that it takes');
  });

  test('a place without prices asks nothing and leads to a request; a library has no such page', () => {
    const app = opened();
    const quiet = valueOf(pricePage(app.as(anybody), href, 'quiet', null));
    expect(quiet).toMatchObject({ hasPrices: false, askHref: '/ask?provider=quiet' });
    expect(pricePage(app.as(anybody), href, 'library', null).ok).toBe(false);
    expect(pricePage(app.as(anybody), href, 'gone', null).ok).toBe(false);
  });
});

describe('a form with slips', () => {
  test.each<[Fields, string]>([
    [{ day: [] }, 'day'],
    [{ day: ['8'] }, 'day'],
    [{ from: '' }, 'from'],
    [{ from: '25:00' }, 'from'],
    [{ from: '18:00', to: '8:00' }, 'from'],
    [{ to: 'late' }, 'to'],
    [{ spread: 'never' }, 'spread'],
    [{ month: '', year: '' }, 'month'],
    [{ month: '13' }, 'month'],
    [{ year: '2001' }, 'month'],
    [{ month: '10', year: '2027' }, 'month'],
    [{ startMonth: '1', startYear: '2040' }, 'startMonth'],
    [{ help: [] }, 'help'],
  ])('%o is a problem of %s, and what was typed stays', (change, field) => {
    const page = price(opened(), 'day', change);
    expect(page.status).toBe(422);
    expect(page.result).toBeNull();
    expect(page.problems.summary.map(({ href: link }) => link)).toEqual([`#${field}`]);
    expect(page.form.born[1]?.value).toBe(change['year'] ?? '2024');
    expect(page.form.hours.values).toEqual(['extra-support']);
  });
});

describe('several places', () => {
  const shared = (app: TestApp, ids: string, change: Fields = {}) =>
    sharedPricePage(
      app.as(anybody),
      href,
      new URLSearchParams({ ids }),
      undefined,
      formOf({ ...typed, help: 'none', ...change }),
    );

  test('have the same week side by side, in the order of the list', () => {
    const { results } = shared(opened(), 'hour,day,quiet,library');
    expect(results.map(({ name, sum }) => [name, sum?.week ?? null])).toEqual([
      ['Nursery hour', 'About £150 a week'],
      ['Nursery day', 'About £90 a week'],
      ['Place quiet', null],
    ]);
  });

  test('share a week: the hours are used once, and the lines name their place', () => {
    // Two days at £60 of which 15 of 20 hours are free: £30; one day of 10 hours at £5: £50.
    const share = { first: 'day', second: 'hour', secondDay: ['3'] };
    const { together } = shared(opened(), 'day,hour', share);
    expect(together?.sum?.week).toBe('About £80 a week');
    expect(together?.sum?.rows.map(({ place }) => place)).toEqual([
      ...['Nursery day', 'Nursery hour', 'Nursery day'],
    ]);
    expect(together?.parts.map(({ days }) => days)).toEqual(['Monday and Tuesday', 'Wednesday']);
  });

  test.each<[Fields, string]>([
    [{ first: 'day' }, '#first'],
    [{ first: 'day', second: 'day', secondDay: ['1'] }, '#first'],
    [{ first: 'day', second: 'hour' }, '#secondDay'],
    [{ first: 'day', second: 'hour', secondDay: ['1', '2', '3'] }, '#secondDay'],
    [{ first: 'day', second: 'hour', secondDay: ['5'] }, '#secondDay'],
  ])('cannot be shared as %o', (change, link) => {
    const { problems, together } = shared(opened(), 'day,hour', change);
    expect(problems.summary.map((one) => one.href)).toEqual([link]);
    expect(together).toBeNull();
  });
});

describe('the week that a search describes', () => {
  const asked = { ...openQuery, day: ['1' as const], from: '08:00', until: '13:00', age: 26 };

  test('is one for a child of that age, with the hours of the schemes asked for', () => {
    const query = { ...asked, funded: ['working-2' as const, 'universal-3-4' as const] };
    expect(netAsked(query, '2026-11-23')).toMatchObject({
      week: { days: [{ day: 1, from: '08:00', to: '13:00' }], spread: 'term-time' },
      said: { born: '2024-09', hours: ['working'], help: 'none' },
    });
    expect(netAsked({ ...asked, age: 11 }, '2026-11-23')?.said.born).toBe('2025-12');
    expect(netAsked({ ...asked, age: 10 }, '2026-11-23')?.said.born).toBe('2026-01');
    expect(netAsked({ ...asked, term: ['holidays'] }, '2026-11-23')?.week.spread).toBe('all-year');
  });

  test.each([{ age: null }, { day: [] }, { from: '' }, { until: '' }])(
    'is none without %o',
    (gap) => {
      expect(netAsked({ ...asked, ...gap }, '2026-11-23')).toBeNull();
    },
  );
});
