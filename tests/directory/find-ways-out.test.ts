import { describe, expect, test } from 'vitest';
import { findProviders, type Found } from '#directory/find-providers.ts';
import { findQuerySchema, type FindQuery } from '#directory/find-query.ts';
import { inclusionAttributes } from '#directory/inclusion-vocabulary.ts';
import { providerKinds } from '#directory/provider.ts';
import { find, sharedSample } from './find-sample.ts';

const ctx = sharedSample();

describe('what is counted beside a choice is what the choice brings', () => {
  test.each<Partial<FindQuery>>([{}, { near: 'M33 2DH', within: '1' }, { age: 30, q: 'garden' }])(
    '%j',
    (chosen) => {
      const { facets } = find(ctx, chosen);
      for (const kind of providerKinds) {
        expect([kind, find(ctx, { ...chosen, kind: [kind] }).total]).toEqual([
          kind,
          facets['kind']?.[kind] ?? 0,
        ]);
      }
      for (const { key } of inclusionAttributes) {
        const { total } = find(ctx, { ...chosen, inclusion: [key] });
        expect([key, total]).toEqual([key, facets['inclusion']?.[key] ?? 0]);
      }
    },
  );
});

describe('when nothing is found', () => {
  const empty: readonly Partial<FindQuery>[] = [
    { near: 'M31 4FB', within: '1', age: 30, inclusion: ['hoist', 'oxygen'] },
    { q: 'zzzz', kind: ['nursery'] },
    { inclusion: ['hoist', 'oxygen', 'airway_care', 'bsl'], kind: ['other-childcare'] },
    { near: 'M33 2DH', within: '1', q: 'zzzz', age: 3 },
  ];

  test.each(empty)(
    '%j: each way out really brings what it promises, and is one step away',
    (chosen) => {
      const found: Found = find(ctx, chosen);
      expect(found.total).toBe(0);
      for (const { query, total, dropped } of found.looser) {
        expect([dropped, find(ctx, query).total]).toEqual([dropped, total]);
        expect(total).toBeGreaterThan(0);
        const base = findQuerySchema.parse({});
        const before = { ...base, ...chosen };
        const names = new Set(Object.keys(base) as (keyof FindQuery)[]);
        const changed = [...names].filter((name) => query[name] !== before[name]);
        expect(
          changed.filter((name) => name !== 'inclusion' && name !== 'kind').length,
        ).toBeLessThan(2);
      }
    },
  );

  test('there is a way out of the journey’s search; with something found there is none', () => {
    expect(find(ctx, empty[0] ?? {}).looser.length).toBeGreaterThan(0);
    expect(find(ctx, {}).looser).toEqual([]);
  });
});

test('a postcode of somewhere else is a problem with that field', () => {
  const query = { ...findQuerySchema.parse({}), near: 'SW1A 1AA' };
  expect(findProviders(ctx, query)).toEqual({
    ok: false,
    problem: { field: 'near', key: 'directory:find.near.unknown' },
  });
});
