import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findNear } from '#directory/find-place.ts';
import { resultsPerPage, type Found, type FoundProvider } from '#directory/find-providers.ts';
import { openQuery, type FindQuery } from '#directory/find-query.ts';
import { inclusionAttributes } from '#directory/inclusion-vocabulary.ts';
import { pencePerHour, type PlacePoint } from '#directory/provider.ts';
import { allForSearch } from '#directory/provider-store.ts';
import { serviceKinds } from '#directory/taxonomy.ts';
import { openGeneratedApp } from '../support/generated-app.ts';
import { fits } from './brute-force-find.ts';
import { someChoice, someQuery } from './some-query.ts';

const { ctx, ids, find } = openGeneratedApp(700);
const all = [...allForSearch(ctx.db)];
const pointOf = (typed: string): PlacePoint | null => {
  const found = typed === '' ? null : findNear(ctx.db, typed);
  return found?.ok ? found.value.point : null;
};
const fitting = (query: FindQuery) => {
  const where = { near: pointOf(query.near), to: pointOf(query.to) };
  return all.filter((provider) => fits(provider, query, where));
};

/** Expects the number and, on some page, the places of the plain answer; and what is told beside. */
async function expectSame(query: FindQuery): Promise<Found> {
  const wanted = fitting(query);
  const found = await find(query);
  expect(found.total).toBe(wanted.length);
  const page = (wanted.length % found.pageCount) + 1;
  const known = new Set(wanted.map(({ id }) => id));
  const shown = (await find({ ...query, page })).results.map(({ provider }) => provider.id);
  expect(shown.filter((id) => !known.has(id))).toEqual([]);
  expect(shown).toHaveLength(Math.min(resultsPerPage, wanted.length - (page - 1) * resultsPerPage));
  const withUnsaid = fitting({ ...query, unsaid: true }).length;
  expect(found.unsaid, 'not said').toBe(query.unsaid ? 0 : withUnsaid - wanted.length);
  expect(found.withVacancy, 'free places').toBe(fitting({ ...query, vacancy: true }).length);
  return found;
}

test('the generated directory says everything, and leaves everything unsaid', () => {
  expect(all.map(({ id }) => id)).toEqual(ids);
  const some = (has: (one: (typeof all)[number]) => boolean) => all.filter(has).length;
  for (const has of [
    some(({ ages }) => ages !== null),
    some(({ schedule }) => schedule.length > 0),
    some(({ costs }) => pencePerHour(costs) !== null),
    some(({ vacancies }) => vacancies.length > 0),
    some(({ funded }) => funded.length > 0),
    some(({ languages }) => languages.length > 0),
    some(({ schoolRuns }) => schoolRuns.length > 0),
    some(({ inclusion }) => inclusion.size > 0),
    some(({ point }) => point?.precision === 'area'),
    some(({ premises, point }) => premises !== 'non-domestic' && point?.precision === 'postcode'),
    some(({ point }) => point === null),
    some(({ isVirtual }) => isVirtual),
    some(({ name }) => name === null),
  ]) {
    expect(has).toBeGreaterThan(5);
    expect(has).toBeLessThan(all.length - 5);
  }
});

describe('a search answers as a plain look at every place does', () => {
  const choices: readonly (readonly [string, fc.Arbitrary<Partial<FindQuery>>])[] =
    Object.entries(someChoice);

  test.each(choices)('for %s alone', async (_name, choice) => {
    let most = 0;
    await fc.assert(
      fc.asyncProperty(choice, fc.boolean(), async (chosen, unsaid) => {
        most = Math.max(most, (await expectSame({ ...openQuery, ...chosen, unsaid })).total);
      }),
      { seed: 4, numRuns: 15 },
    );
    expect(most, 'it finds something').toBeGreaterThan(0);
  });

  test('for up to four together', async () => {
    let found = 0;
    await fc.assert(
      fc.asyncProperty(someQuery, async (query) => {
        if ((await expectSame(query)).total > 0) found += 1;
      }),
      { seed: 5, numRuns: 200 },
    );
    expect(found, 'many find something').toBeGreaterThan(100);
  });

  test('a need that is not said is neither a yes nor a no', async () => {
    for (const { key } of inclusionAttributes.slice(0, 10)) {
      const { total, unsaid } = await find({ inclusion: [key] });
      expect(total + unsaid).toBe((await find({ inclusion: [key], unsaid: true })).total);
      expect(total + unsaid, 'somebody said no').toBeLessThan(all.length);
    }
  });
});

describe('what was counted once', () => {
  test('is the same in any order, on any page and from anywhere, and not within a distance', async () => {
    const inM33: Partial<FindQuery> = { near: 'M33 2DH', within: '1' };
    const inWA14 = { ...inM33, near: 'WA14 2DH' };
    const tallies = ({ facets, unsaid, withVacancy }: Found) => ({ facets, unsaid, withVacancy });
    const asked = async (chosen: Partial<FindQuery>) =>
      tallies(await find({ inclusion: ['senco'], ...chosen }));
    expect(await asked({ near: 'M31', sort: 'name', page: 2 })).toEqual(await asked({}));
    expect(await asked(inM33)).not.toEqual(await asked({}));
    expect(await asked(inWA14)).not.toEqual(await asked(inM33));
    expect(await asked({ ...inM33, page: 2 })).toEqual(await asked(inM33));
  });

  test('is forgotten before it can be wrong, and when there is too much of it', async () => {
    const before = (await find({ max: 450 })).facets;
    for (let max = 0; max < 250; max += 1) await find({ max });
    expect((await find({ max: 450 })).facets).toEqual(before);
  });
});

describe('the order', () => {
  const shown = async (chosen: Partial<FindQuery>) => {
    const { pageCount } = await find(chosen);
    const pages = Array.from({ length: pageCount }, (_, at) => find({ ...chosen, page: at + 1 }));
    return (await Promise.all(pages)).flatMap(({ results }) => results);
  };
  const rising = (values: readonly (number | null)[]) => {
    const numbers = values.map((value) => value ?? Infinity);
    expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
  };
  const cost = ({ provider: { costs, isFree } }: FoundProvider) =>
    pencePerHour(costs) ?? (isFree === true ? 0 : null);

  test('is nearest first, with places that are nowhere last', async () => {
    const results = await shown({ near: 'M33 2DH' });
    rising(results.map(({ miles }) => miles));
    expect(results).toHaveLength(all.length);
    expect(results.at(-1)?.miles).toBeNull();
  });

  test('is the least detour first on the way somewhere, and nobody beyond it', async () => {
    const way = { near: 'M33 2DH', to: 'Altrincham', via: 3, sort: 'detour' } as const;
    const added = (await shown(way)).map(({ detourMiles }) => detourMiles);
    rising(added);
    expect(added.length).toBeGreaterThan(50);
    expect(added.every((miles) => miles !== null && miles <= 3)).toBe(true);
  });

  test('is the lowest cost by the hour first, then what is not said', async () => {
    rising((await shown({ sort: 'cost' })).map(cost));
  });

  test('is the newest facts first', async () => {
    const days = (await shown({ sort: 'updated' })).map(
      ({ provider: { confirmedOn, asAt } }) => confirmedOn ?? asAt,
    );
    expect(days).toEqual(days.toSorted().toReversed());
  });

  test('is by name, and those without one last', async () => {
    const names = (await shown({ sort: 'name' })).map(({ provider }) => provider.name);
    const named = names.filter((name) => name !== null);
    expect(named).toEqual(named.toSorted(new Intl.Collator('en').compare));
    expect(names.slice(named.length)).toEqual(names.slice(named.length).map(() => null));
  });
});

describe('pages', () => {
  test('together hold everything once', async () => {
    const { pageCount } = await find({});
    const pages = Array.from({ length: pageCount }, (_, at) => find({ page: at + 1 }));
    const everything = (await Promise.all(pages)).flatMap(({ results }) =>
      results.map(({ provider }) => provider.id),
    );
    expect(everything.toSorted()).toEqual(ids);
  });

  test.each([60, 9999, 999_999])('page %i, beyond the end, gives the first', async (page) => {
    expect(await find({ page })).toEqual(await find({}));
    expect(await find({ page, q: 'zzzz' })).toMatchObject({ page: 1, pageCount: 1, results: [] });
  });
});

describe('words', () => {
  test('find a name, and are forgiven a slip, which is told', async () => {
    const [one] = all.filter(({ name }) => name?.startsWith('Larkspur') ?? false);
    const named = all.filter(({ name }) => name?.includes('Larkspur') ?? false);
    expect(one).toBeDefined();
    expect(await find({ q: 'larkspur' })).toMatchObject({ total: named.length, corrected: [] });
    expect(await find({ q: 'larkspor' })).toMatchObject({
      total: named.length,
      corrected: [{ typed: 'larkspor', taken: 'larkspur' }],
    });
    expect((await find({ q: 'zzzzzz' })).total).toBe(0);
  });

  test('find a kind by its names and by what people call it, in each language', async () => {
    const called = {
      childminder: ['childminder', 'Child minder', 'childmnder', 'minder', 'چائلڈ مائنڈر'],
      nursery: ['crèche', 'CRECHE', 'żłobek', 'day nurs'],
      preschool: ['play school', 'playschool', 'pre-school'],
      wraparound: ['breakfast club', 'after-school'],
      'home-childcarer': ['nanny'],
    } as const;
    for (const kind of serviceKinds) {
      const { total } = await find({ kind: [kind] });
      for (const q of new Map<string, readonly string[]>(Object.entries(called)).get(kind) ?? [])
        expect([q, (await find({ q, kind: [kind] })).total]).toEqual([q, total]);
    }
  });
});
