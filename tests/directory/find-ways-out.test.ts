import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findPage } from '#directory/find-page.ts';
import { findProviders } from '#directory/find-providers.ts';
import { openQuery, type FindQuery } from '#directory/find-query.ts';
import { droppable, isOpen, withoutOne } from '#directory/loosen.ts';
import { addressOf, type Query } from '#platform/http/addresses.ts';
import { openGeneratedApp } from '../support/generated-app.ts';
import { openTestApp } from '../support/test-app.ts';
import { someQuery } from './some-query.ts';

const { ctx, find } = openGeneratedApp(300);
const href = (path: string, query?: Query) => addressOf('en', path, query);
const page = async (search: string) =>
  (await findPage(ctx, href, new URLSearchParams(search))).results;

/** Searches of all kinds that find nothing. */
const some = fc.sample(someQuery, { seed: 8, numRuns: 400 });
const totals = await Promise.all(some.map(async (query) => (await find(query)).total));
const empty = some.filter((_, at) => totals[at] === 0).slice(0, 40);

describe('when nothing is found', () => {
  test('each way out brings what it promises, and lets go of one thing', async () => {
    expect(empty.length).toBeGreaterThan(10);
    const used = new Set<string>();
    for (const query of empty) {
      for (const looser of (await find(query)).looser) {
        used.add(looser.dropped);
        expect([looser.dropped, (await find(looser.query)).total]).toEqual([
          looser.dropped,
          looser.total,
        ]);
        expect(looser.total).toBeGreaterThan(0);
        expect(withoutOne(query, looser.dropped)).toEqual(looser.query);
      }
    }
    expect(used.size).toBeGreaterThan(4);
  });

  test('no way out that would bring something is left out', async () => {
    for (const query of empty.slice(0, 15)) {
      const offered = (await find(query)).looser.map(({ dropped }) => dropped);
      for (const dropped of droppable) {
        const looser = withoutOne(query, dropped);
        const brings = looser !== null && (await find(looser)).total > 0;
        expect([dropped, offered.includes(dropped)]).toEqual([dropped, brings]);
      }
    }
  });

  test('each is one click away, in words, and the last is to ask us', async () => {
    const shown = await page('near=M33+2DH&within=3&kind=childminder&q=zzzzzz');
    expect(shown?.empty).toEqual({
      title: 'We found nothing that fits all of this',
      looser: [
        {
          text: expect.stringMatching(/^Without the words: \d+ places?$/),
          href: '/find?near=M33+2DH&within=3&kind=childminder',
        },
      ],
    });
    expect(shown?.askHref).toBe('/ask?q=zzzzzz&near=M33+2DH&within=3&kind=childminder');
    expect(shown?.prompt).toBeNull();
  });

  test('with something found there is none', async () => {
    expect((await find({})).looser).toEqual([]);
    expect((await page(''))?.empty).toBeNull();
  });

  test('an empty directory says that it is empty', async () => {
    const app = openTestApp();
    const { results } = await findPage(app.as({ kind: 'public' }), href, new URLSearchParams());
    expect(results?.empty).toEqual({
      title: 'No places have been added to this directory yet.',
      looser: [],
    });
    expect(results?.mapLink).toBeNull();
  });
});

describe('letting go', () => {
  const asked: FindQuery = {
    ...openQuery,
    ...{ q: 'a', near: 'M33', within: '1', kind: ['nursery'], age: 3, dob: '2024-05' },
    ...{ due: '2027-01', day: ['1'], from: '08:00', until: '09:00', to: 'M31', via: 3 },
    ...{ term: ['all-year'], funded: ['working-2'], vacancy: true, max: 100, page: 7 },
    ...{ inclusion: ['hoist'], language: ['pl'], school: ['1'], register: ['voluntary'] },
    ...{ premises: ['home'], outcome: ['safe'], for: ['fathers'] },
  } satisfies Partial<FindQuery>;

  test('of everything, one after the other, leaves the place to look near', () => {
    const left = droppable.reduce((query, dropped) => withoutOne(query, dropped) ?? query, asked);
    expect(left).toEqual({ ...openQuery, near: 'M33', unsaid: left.unsaid });
    expect(isOpen({ ...left, near: '', unsaid: false })).toBe(true);
  });

  test('of what was not asked for is nothing', () => {
    for (const dropped of droppable) expect(withoutOne(openQuery, dropped)).toBeNull();
  });

  test('starts on the first page', () => {
    for (const dropped of droppable) expect(withoutOne(asked, dropped)?.page).toBe(1);
  });
});

test('a place of somewhere else is a problem with its field, and both may be', async () => {
  const unknown = (field: string) => ({ field, key: 'directory:find.near.unknown' });
  const of = (chosen: Partial<FindQuery>) => findProviders(ctx, { ...openQuery, ...chosen });
  expect(await of({ near: 'SW1A 1AA' })).toEqual({ ok: false, problems: [unknown('near')] });
  expect(await of({ near: 'M33', to: 'SW1A 1AA' })).toEqual({
    ok: false,
    problems: [unknown('to')],
  });
  expect(await of({ near: 'SW1A 1AA', to: 'Timbuktu' })).toEqual({
    ok: false,
    problems: [unknown('near'), unknown('to')],
  });
});
