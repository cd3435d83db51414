import { describe, expect, test } from 'vitest';
import { resultsPerPage } from '#directory/find-providers.ts';
import { findParameters, findQuerySchema, type FindQuery } from '#directory/find-query.ts';
import { inclusionAttributes } from '#directory/inclusion-vocabulary.ts';
import { effectiveAnswer, isOffered } from '#directory/inclusion.ts';
import { providerKinds, takesAge, type Provider } from '#directory/provider.ts';
import { allForSearch } from '#directory/provider-store.ts';
import { queryText } from '#platform/http/addresses.ts';
import { parseTyped, readTyped } from '#platform/http/form.ts';
import { find, sharedSample } from './find-sample.ts';

const ctx = sharedSample();
const today = '2026-11-22';
const all = () => [...allForSearch(ctx.db)];
const answerOf = ({ inclusion }: Provider, key: string) =>
  effectiveAnswer(inclusion.get(key), today);
/** Everything that a search finds, page by page. */
const allResults = (chosen: Partial<FindQuery>) =>
  Array.from({ length: find(ctx, chosen).pageCount }, (_, index) => index + 1).flatMap(
    (page) => find(ctx, { ...chosen, page }).results,
  );
const whole = (chosen: Partial<FindQuery>) => allResults(chosen).map(({ provider }) => provider);
const idsOf = (providers: readonly Provider[]) => providers.map(({ id }) => id).sort();

describe('each choice leaves out what does not fit it, and nothing else', () => {
  test.each(providerKinds)('kind %s', (kind) => {
    expect(idsOf(whole({ kind: [kind] }))).toEqual(idsOf(all().filter((one) => one.kind === kind)));
  });

  test('two kinds are either of them', () => {
    const kind: FindQuery['kind'] = ['nursery', 'preschool'];
    expect(find(ctx, { kind }).total).toBe(all().filter((one) => kind.includes(one.kind)).length);
  });

  test.each([0, 30, 200])(
    'a child of %i months: those who take it, and those who have not said',
    (age) => {
      const fits = all().filter(({ ages }) => takesAge(ages, age) !== false);
      expect(idsOf(whole({ age }))).toEqual(idsOf(fits));
    },
  );

  test.each(inclusionAttributes.slice(0, 12))(
    '$key: offered, with or without notice',
    ({ key }) => {
      const offered = all().filter((one) => isOffered(answerOf(one, key)));
      expect(idsOf(whole({ inclusion: [key] }))).toEqual(idsOf(offered));
      const unsaid = all().filter((one) => answerOf(one, key) === 'not-said');
      expect(find(ctx, { inclusion: [key] }).unsaid).toBe(unsaid.length);
      const both = whole({ inclusion: [key], unsaid: true });
      expect(idsOf(both)).toEqual(idsOf([...offered, ...unsaid]));
    },
  );

  test('two needs are both of them', () => {
    const both = all().filter((one) =>
      ['hoist', 'oxygen'].every((key) => isOffered(answerOf(one, key))),
    );
    expect(idsOf(whole({ inclusion: ['hoist', 'oxygen'] }))).toEqual(idsOf(both));
  });

  test('a distance: nobody further, the nearest first, nobody whose place is not known', () => {
    const { near, total } = find(ctx, { near: 'M33 2DH', within: '3' });
    expect(near).toMatchObject({ label: 'M33 2DH', point: { precision: 'postcode' } });
    const within = allResults({ near: 'M33 2DH', within: '3' }).map(({ miles }) => miles);
    const everywhere = allResults({ near: 'M33 2DH' }).map(({ miles }) => miles ?? Infinity);
    expect(everywhere).toEqual(everywhere.toSorted((a, b) => a - b));
    expect(within).toEqual(everywhere.filter((miles) => miles <= 3));
    expect(total).toBe(within.length);
    expect(everywhere).toHaveLength(all().length);
    expect(find(ctx, { near: 'M33' }).near?.point.precision).toBe('outcode');
  });

  test('words', () => {
    const [one] = all().filter(({ name }) => name !== null);
    expect(idsOf(whole({ q: one?.name ?? '' }))).toContain(one?.id);
    expect(find(ctx, { q: 'zzzz' }).total).toBe(0);
  });
});

describe('pages', () => {
  test('together hold everything once', () => {
    const ids = idsOf(whole({}));
    expect(ids).toEqual(idsOf(all()));
    expect(find(ctx, {}).results).toHaveLength(resultsPerPage);
  });

  test.each([21, 9999, 999_999])('page %i, beyond the end, gives the first', (page) => {
    const beyond = find(ctx, { page });
    expect(beyond).toEqual(find(ctx, {}));
    expect(beyond).toMatchObject({ page: 1, pageCount: 20 });
    expect(find(ctx, { page, q: 'zzzz' })).toMatchObject({ page: 1, pageCount: 1, results: [] });
  });
});

test('an address holds the whole search, and reads back to the same', () => {
  const query = findQuerySchema.parse({
    q: ['club'],
    near: ['m33'],
    within: ['3'],
    kind: ['preschool', 'nursery'],
    age: ['30'],
    inclusion: ['hoist', 'oxygen'],
    unsaid: ['1'],
    sort: ['name'],
    page: ['2'],
  });
  const address = queryText(findParameters(query));
  expect(parseTyped(findQuerySchema, readTyped(new URLSearchParams(address)))).toEqual({
    ok: true,
    value: query,
  });
  expect(queryText(findParameters(findQuerySchema.parse({})))).toBe('');
});
