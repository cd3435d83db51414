import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findJson } from '#directory/find-json.ts';
import { findPage } from '#directory/find-page.ts';
import { findParameters, type FindQuery } from '#directory/find-query.ts';
import { addressOf, queryText, type Query } from '#platform/http/addresses.ts';
import { openGeneratedApp } from '../support/generated-app.ts';
import { someQuery } from './some-query.ts';

const { ctx, ids } = openGeneratedApp(400);
const href = (path: string, query?: Query) => addressOf('en', path, query);
const page = (search: string) => findPage(ctx, href, new URLSearchParams(search));
const results = async (search: string) => {
  const shown = (await page(search)).results;
  if (shown === null) throw new Error(`${search} has no results`);
  return shown;
};
const form = async (search: string) => {
  const shown = (await page(search)).form;
  if (shown === null) throw new Error(`${search} has no form`);
  return shown;
};
const ticks = async (search: string) =>
  (await form(search)).sections.flatMap((section) => [
    ...section.ticks,
    ...section.parts.flatMap((part) => part.ticks),
  ]);
const fields = async (search: string) =>
  (await form(search)).sections.flatMap((section) => section.fields);
const total = async (search: string) => {
  const { body } = await findJson(ctx, new URLSearchParams(search));
  return 'total' in body ? body.total : -1;
};
const searchOf = (query: Partial<FindQuery>, base: FindQuery) =>
  queryText(findParameters({ ...base, ...query }));

describe('the page', () => {
  test('is titled with what it holds and which page it is', async () => {
    const pages = Math.ceil(ids.length / 20);
    expect((await results('')).title).toBe(`${ids.length} places, page 1 of ${pages}`);
    expect((await results(`page=${pages}`)).title).toBe(
      `${ids.length} places, page ${pages} of ${pages}`,
    );
    expect((await results('near=m33+2dh')).heading).toBe(`${ids.length} places near M33 2DH`);
    expect(await results('q=zzzzzz')).toMatchObject({ title: '0 places', heading: '0 places' });
  });

  test('leads to its neighbours, and from beyond the end to the first', async () => {
    expect(await results('near=M33')).toMatchObject({
      previous: null,
      next: '/find?near=M33&page=2',
    });
    expect(await results('near=M33&page=2')).toMatchObject({
      previous: '/find?near=M33',
      first: 21,
    });
    expect((await page('near=M33&page=9999')).redirect).toBe('/find?near=M33');
    expect((await page('page=2')).redirect).toBeNull();
  });

  test('carries the search along to asking for help, and back to itself from keeping a place', async () => {
    const search = 'near=M33+2DH&kind=childcare&within=3&age=30&inclusion=senco';
    const parameters = (address: string) =>
      [...new URL(address, 'http://site').searchParams].map((pair) => pair.join('=')).toSorted();
    const shown = await results(`${search}&page=1`);
    const typed = [...new URLSearchParams(search)].map((pair) => pair.join('=')).toSorted();
    expect(parameters(shown.askHref)).toEqual(typed);
    expect(parameters(shown.keepBack)).toEqual(typed);
    expect((await results('near=M33&page=2')).keepBack).toBe('/find?near=M33&page=2');
  });

  test('asks from where when nobody has said, and keeps the rest of the search', async () => {
    expect((await results('kind=nursery&vacancy=1')).prompt).toEqual([
      { name: 'kind', value: 'nursery' },
      { name: 'vacancy', value: '1' },
    ]);
    expect((await results('near=M33')).prompt).toBeNull();
  });

  test('orders by what can be ordered by, and says by what it is', async () => {
    const orders = async (search: string) =>
      (await results(search)).orders.map(({ text, href: to }) =>
        to === null ? `[${text}]` : text,
      );
    expect(await orders('')).toEqual(['[By name]', 'Lowest cost first', 'Newest facts first']);
    expect(await orders('near=M33&sort=cost')).toEqual([
      ...['Nearest first', 'By name', '[Lowest cost first]', 'Newest facts first'],
    ]);
    expect(await orders('near=M33&to=WA14')).toEqual([
      ...['Nearest first', 'By name', 'Lowest cost first', 'Newest facts first'],
      '[Least out of your way]',
    ]);
    expect(await orders('q=larkspur')).toEqual([
      ...['[Best match first]', 'By name', 'Lowest cost first', 'Newest facts first'],
    ]);
    expect((await results('near=M33&to=WA14')).orders[0]?.href).toBe(
      '/find?near=M33&to=WA14&sort=distance',
    );
  });

  test('says what it took for a slip of the pen', async () => {
    expect((await results('q=larkspor')).corrected).toBe(
      'We found nothing for larkspor, so this shows larkspur.',
    );
    expect((await results('q=larkspur')).corrected).toBeNull();
    expect((await results('q=zzzzzz')).corrected).toBeNull();
  });

  test('says how many have not said, and how many have a place, and leads there', async () => {
    const notes = async (search: string) => (await results(search)).notes.map(({ text }) => text);
    const leads = (await results('inclusion=senco')).notes.map(({ href: to }) => to);
    expect(leads).toEqual(['/find?inclusion=senco&vacancy=1', '/find?inclusion=senco&unsaid=1']);
    const more = (await total('inclusion=senco&unsaid=1')) - (await total('inclusion=senco'));
    expect(await notes('inclusion=senco')).toContain(
      `${more} more places have not said if they can.`,
    );
    const free = await total('inclusion=senco&vacancy=1');
    expect(await notes('inclusion=senco')).toContain(
      `${free} of these say they have a free place.`,
    );
    expect(await notes('inclusion=senco&unsaid=1&vacancy=1')).toEqual([]);
  });

  test('has the map only when it is asked for, and keeps it from page to page', async () => {
    const plain = await results('near=M33+2DH');
    expect(plain).toMatchObject({
      map: null,
      mapLink: { href: '/find?near=M33+2DH&map=1#map' },
    });
    const shown = await results('near=M33+2DH&map=1');
    expect(shown.next).toBe('/find?near=M33+2DH&map=1&page=2');
    expect(shown.mapLink?.href).toBe('/find?near=M33+2DH');
    const exact = shown.cards.filter(({ distance }) => !distance?.startsWith('about'));
    expect(shown.map?.pins.length).toBeGreaterThan(0);
    expect(shown.map?.pins.length).toBeLessThanOrEqual(exact.length);
  });
});

describe('what was chosen', () => {
  const search =
    'q=house&near=M33+2DH&within=3&to=M31&via=4&kind=childcare&kind=nursery&dob=2024-05' +
    '&start=2027-01-04&day=1&day=5&from=08%3A00&to=17%3A30&term=all-year&funded=universal-3-4' +
    '&vacancy=1&max=6.5&inclusion=hoist&language=pl&school=100001&register=voluntary' +
    '&premises=domestic&outcome=safe&for=fathers&unsaid=1';

  test('is told one by one, in words', async () => {
    expect((await results(search)).chosen.map(({ text }) => text)).toEqual([
      '“house”',
      'Near M33 2DH',
      'Up to 3 miles',
      'At most 4 miles out of the way to M31',
      'Childcare',
      'Nursery',
      'Born May 2024',
      'From 4 January 2027',
      'Has a free place',
      'Monday',
      'Friday',
      'Open from 8am to 5:30pm',
      'Open all year',
      'Up to £6.50 an hour',
      'Everyone: 3 and 4 years old',
      'A hoist, and staff trained to use it',
      'Staff speak Polish',
      'Takes to and from School 1 of St Mary’s',
      'Also not said',
      'Someone’s home',
      'Childcare Register (voluntary part)',
      'Welcomes: Fathers',
      'Stay safe',
    ]);
  });

  test('is taken away one by one, with what hangs on it, and then nothing is left', async () => {
    let left = search;
    for (let turn = 0; turn < 40; turn += 1) {
      const [first, ...rest] = (await results(left)).chosen;
      if (first === undefined) break;
      left = new URL(first.href, 'http://site').search.slice(1);
      const after = (await results(left)).chosen.map(({ text }) => text);
      expect(rest.map(({ text }) => text)).toEqual(expect.arrayContaining(after));
      expect(after).not.toContain(first.text);
    }
    expect(left).toBe('');
    const near = (await results(search)).chosen.find(({ text }) => text === 'Near M33 2DH');
    expect(near?.href).not.toMatch(/within|via|M31/);
  });

  test('stands open in the form, ticked and filled in as it was', async () => {
    const chosen = (await ticks(search)).filter(({ isChosen }) => isChosen);
    expect(chosen.map(({ name, value }) => `${name}=${value}`)).toEqual([
      ...['kind=childcare', 'kind=nursery', 'vacancy=1', 'day=1', 'day=5', 'term=all-year'],
      ...['inclusion=hoist', 'funded=universal-3-4', 'language=pl'],
      ...['premises=domestic', 'register=voluntary', 'for=fathers', 'outcome=safe'],
    ]);
    for (const { isOpen, parts, ticks: own } of (await form(search)).sections) {
      expect(isOpen).toBe(true);
      for (const part of parts)
        if (part.ticks.some(({ isChosen }) => isChosen)) expect(part.isOpen).toBe(true);
      expect(own.length + parts.length).toBeGreaterThanOrEqual(0);
    }
    expect((await fields(search)).map(({ id, value }) => [id, value])).toEqual([
      ...[
        ['near', 'M33 2DH'],
        ['within', '3'],
        ['q', 'house'],
        ['dob', '5'],
        ['year', '2024'],
      ],
      ...[
        ['start', '2027-01-04'],
        ['from', '08:00'],
        ['until', '17:30'],
        ['max', '6.5'],
        ['per', ''],
      ],
      ...[
        ['school', '100001'],
        ['to', 'M31'],
        ['via', '4'],
      ],
    ]);
  });

  test('of age is one month, typed apart or together, born or due', async () => {
    const chosen = async (query: string) => (await results(query)).chosen.map(({ text }) => text);
    expect(await chosen('dob=5&dob=2024')).toEqual(await chosen('dob=2024-05'));
    expect(await chosen('dob=3&dob=2027')).toEqual(['Due March 2027']);
    expect(await chosen('due=2027-03')).toEqual(['Due March 2027']);
    expect(await chosen('age=30')).toEqual(['Age 2 years']);
    expect(await total('dob=5&dob=2024')).toBe(await total('age=30'));
    expect(await total('dob=3&dob=2027')).toBe(await total('age=0'));
    expect((await fields('age=30')).some(({ id }) => id === 'age')).toBe(true);
    expect((await fields('')).some(({ id }) => id === 'age')).toBe(false);
  });
});

describe('the number beside a choice is what choosing it gives', () => {
  test('for every choice of the open search', async () => {
    for (const { name, value, total: told } of await ticks('')) {
      expect([name, value, await total(`${name}=${value}`)]).toEqual([name, value, told]);
    }
  });

  /** Choices that are all to be met; of others any one will do, and the number is for it alone. */
  const together = new Set(['day', 'inclusion']);
  const asked = fc.sample(someQuery, { seed: 6, numRuns: 15 });

  test.each(asked.map((query) => [queryText(findParameters(query)), query] as const))(
    '%s',
    async (search, query) => {
      for (const { name, value, total: told, isChosen } of await ticks(search)) {
        if (isChosen || told === null) continue;
        const before: unknown = Object.entries(query).find(([key]) => key === name)?.[1];
        const others = Array.isArray(before) && together.has(name) ? before.map(String) : [];
        // One need alone is counted as if it were exchanged for another.
        const kept = name === 'inclusion' && others.length === 1 ? [] : others;
        const change = name === 'vacancy' ? { vacancy: true } : { [name]: [...kept, value] };
        const chosen = searchOf(change, query);
        expect([name, value, await total(chosen)]).toEqual([name, value, told]);
      }
    },
  );

  test('schools are told with how many go there', async () => {
    const school = (await fields('')).find(({ id }) => id === 'school');
    const [any, first] = school?.options ?? [];
    expect(any).toEqual({ value: '', text: 'Any school' });
    expect(first?.text).toBe(
      `School 1 of St Mary’s (${await total(`school=${first?.value ?? ''}`)})`,
    );
  });
});
