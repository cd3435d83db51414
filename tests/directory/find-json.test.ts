import { describe, expect, test } from 'vitest';
import { findJson } from '#directory/find-json.ts';
import { findPage } from '#directory/find-page.ts';
import { getProvider } from '#directory/provider-store.ts';
import { addressOf, type Query } from '#platform/http/addresses.ts';
import { z } from 'zod';
import { provider } from '#db/schema/directory.ts';
import { eq } from 'drizzle-orm';
import { openSampleApp } from '../support/test-app.ts';
import { sharedSample } from './find-sample.ts';

const ctx = sharedSample();
const href = (path: string, query?: Query) => addressOf('en', path, query);
const page = (search: string) => findPage(ctx, href, new URLSearchParams(search));
const json = (search: string) => findJson(ctx, new URLSearchParams(search));
const results = z.array(
  z.looseObject({ id: z.string(), name: z.string().nullable(), postcode: z.string().nullable() }),
);
const found = (search: string) =>
  results.parse('results' in json(search).body ? json(search).body.results : []);

describe('the data', () => {
  test('is what the page shows, page by page', () => {
    expect(json('near=M33').body).toMatchObject({ page: 1, pageCount: 20, total: 395 });
    const names = page('near=M33&kind=nursery').results?.cards.map(({ path }) => path);
    expect(found('near=M33&kind=nursery').map(({ id }) => `/provider/${id}`)).toEqual(names);
    expect(json('near=M33&page=9999')).toEqual(json('near=M33'));
  });

  test('has no postcode of a home, no point, no phone, no e-mail', () => {
    for (let number = 1; number <= 20; number += 1) {
      for (const one of found(`near=M33&page=${number}`)) {
        const { premises, address } = getProvider(ctx.db, one.id) ?? {};
        expect(one.postcode).toBe(premises === 'non-domestic' ? (address?.postcode ?? null) : null);
        expect(Object.keys(one).sort()).toEqual([
          'ages',
          'area',
          'asAt',
          'distanceMiles',
          'id',
          'kind',
          'name',
          'postcode',
        ]);
      }
    }
  });

  test('leaves out what is withheld, hidden or gone, at once', () => {
    const app = openSampleApp();
    const answer = () =>
      findJson(app.as({ kind: 'public' }), new URLSearchParams('sort=name')).body;
    const inJson = () => JSON.stringify(answer());
    const body = answer();
    const [first, second, third] = results.parse('results' in body ? body.results : []);
    const hide = (id: string | undefined, change: Partial<typeof provider.$inferInsert>) =>
      app.db
        .update(provider)
        .set(change)
        .where(eq(provider.id, id ?? ''))
        .run();
    hide(first?.id, { withheld: true });
    hide(second?.id, { optedOut: true });
    hide(third?.id, { leftOn: '2026-11-01' });
    for (const gone of [first, second, third])
      expect(inJson()).not.toContain(`"${gone?.id ?? ''}"`);
  });
});
