import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  findParameters,
  findQuerySchema,
  openQuery,
  withDueMonth,
  type FindQuery,
} from '#directory/find-query.ts';
import { ageAsked } from '#directory/find-search.ts';
import { queryText } from '#platform/http/addresses.ts';
import { parseTyped, readTyped } from '#platform/http/form.ts';
import { someQuery } from './some-query.ts';

const parse = (search: string) =>
  parseTyped(findQuerySchema, readTyped(new URLSearchParams(search)));
const read = (search: string): FindQuery => {
  const parsed = parse(search);
  if (!parsed.ok) throw new Error(`${search}: ${parsed.problems[0]?.key ?? ''}`);
  return parsed.value;
};
const written = (query: FindQuery) => queryText(findParameters(query));

describe('an address holds the whole search', () => {
  test('and nothing when nothing is asked for', () => {
    expect(written(openQuery)).toBe('');
    expect(read('')).toEqual(openQuery);
  });

  test('with every parameter, each under its own name', () => {
    const search =
      'q=club&near=M33&within=3&kind=nursery&kind=preschool&dob=2024-05&start=2027-01-31&day=1' +
      '&from=08%3A00&to=17%3A30&to=M31&via=4&term=term-time&funded=working-2&vacancy=1&max=6.5' +
      '&inclusion=hoist&inclusion=oxygen&language=pl&school=105&register=voluntary' +
      '&premises=home&outcome=safe&for=fathers&unsaid=1&sort=cost&page=2&age=30&due=2027-01';
    const query = read(search);
    expect(query).toMatchObject({ until: '17:30', to: 'M31', via: 4, max: 650, age: 30 });
    const pairs = (text: string) => [...new URLSearchParams(text)].map(String).toSorted();
    expect(pairs(written(query))).toEqual(pairs(search));
  });

  test('and reads back to the same, in the same words, however it was reached', () => {
    fc.assert(
      fc.property(someQuery, fc.constantFrom(1, 2, 9), (chosen, page) => {
        const query = { ...chosen, page };
        const again = read(written(query));
        expect(written(again)).toBe(written(query));
        expect(read(written(again))).toEqual(again);
      }),
      { seed: 3, numRuns: 300 },
    );
  });

  test('whatever was typed: what is understood is stable from then on', () => {
    const name = fc.constantFrom(...Object.keys(openQuery), 'to', 'dob', 'x');
    const value = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 30 }),
      fc.constantFrom('1', '0', '2024-05', '5', '2024', '08:00', 'M33', 'nursery', 'hoist', '6.50'),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(name, value), { maxLength: 8 }), (pairs) => {
        const parsed = parse(new URLSearchParams(pairs).toString());
        if (!parsed.ok) {
          expect(parsed.problems.every(({ key }) => key.startsWith('directory:find.'))).toBe(true);
          return;
        }
        const once = written(parsed.value);
        expect(written(read(once))).toBe(once);
      }),
      { seed: 4, numRuns: 500 },
    );
  });
});

describe('what a form or a person may write', () => {
  test('a month in two fields, a day as it is said, a time with a dot, money with its sign', () => {
    expect(read('dob=5&dob=2024').dob).toBe('2024-05');
    expect(read('dob=+05+&dob=2024&dob=').dob).toBe('2024-05');
    expect(read('start=31/1/2027').start).toBe('2027-01-31');
    expect(read('from=8.30&to=9:05')).toMatchObject({ from: '08:30', until: '09:05' });
    expect(read('max=%C2%A36').max).toBe(600);
    expect(read('max=6.5').max).toBe(650);
  });

  test('`to` is a time when it looks like one, and else a place', () => {
    expect(read('near=M33&to=17:30')).toMatchObject({ until: '17:30', to: '' });
    expect(read('near=M33&to=M1+1AA')).toMatchObject({ until: '', to: 'M1 1AA' });
    expect(read('near=M33&to=Sale&to=17:30')).toMatchObject({ until: '17:30', to: 'Sale' });
  });

  test('the order is nearest first, or by the detour on the way somewhere', () => {
    expect(read('near=M33').sort).toBe('distance');
    expect(read('near=M33&to=Sale').sort).toBe('detour');
    expect(read('near=M33&to=Sale&sort=distance').sort).toBe('distance');
    expect(written(read('near=M33&to=Sale&sort=detour'))).toBe('near=M33&to=Sale');
    expect(read('q=acorns').sort).toBe('relevance');
    expect(read('q=acorns&near=M33').sort).toBe('distance');
    expect(written(read('q=acorns&sort=relevance'))).toBe('q=acorns');
    expect(written(read('near=M33&sort=relevance'))).toBe('near=M33');
    expect(written({ ...read('q=acorns&near=M33'), near: '' })).toBe('q=acorns');
    expect(written({ ...read('near=M33&to=Sale'), to: '' })).toBe('near=M33');
  });

  test.each([
    ['to=Sale', 'near', 'directory:find.near.missing'],
    ['from=18:00&to=08:00', 'from', 'directory:find.times.order'],
    ['from=08:00&to=08:00', 'from', 'directory:find.times.order'],
    ['from=noon', 'from', 'directory:find.times.wrong'],
    ['dob=2024', 'dob', 'directory:find.month.wrong'],
    ['start=2027-02-29', 'start', 'directory:find.start.wrong'],
    ['max=6.505', 'max', 'directory:find.max.wrong'],
    ['via=101', 'via', 'directory:find.via.wrong'],
  ])('%s is a problem of %s', (search, field, key) => {
    expect(parse(search)).toMatchObject({ ok: false, problems: [{ field, key }] });
  });

  test('no list of a hostile length is kept', () => {
    const many = Array.from({ length: 500 }, (_, at) => `school=${at}`).join('&');
    expect(read(many).school).toHaveLength(20);
    expect(read(`school=${'x'.repeat(101)}`).school).toEqual([]);
  });
});

describe('the child’s age', () => {
  const today = '2026-11-23';
  const months = (search: string) => ageAsked(read(search), today);

  test.each([
    ['', null],
    ['age=30', 30],
    ['dob=2024-05', 30],
    ['dob=2026-11', 0],
    ['dob=2024-05&age=7', 30],
    ['dob=2024-05&start=2027-05-01', 36],
    ['dob=2024-05&start=2020-01-01', 30],
    ['due=2027-03', 0],
    ['due=2027-03&start=2027-09-01', 6],
    ['dob=2027-03', 0],
  ])('%s is %s months', (search, expected) => {
    expect(months(search)).toBe(expected);
  });

  test('a birth that is still to come is a due date; this month is a birth', () => {
    expect(withDueMonth(read('dob=2026-12'), today)).toMatchObject({ dob: '', due: '2026-12' });
    expect(withDueMonth(read('dob=2026-11'), today)).toMatchObject({ dob: '2026-11', due: '' });
  });
});
