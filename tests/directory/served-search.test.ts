import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findProviders } from '#directory/find-providers.ts';
import { openQuery } from '#directory/find-query.ts';
import { openServedIndex, type ServedIndex } from '#directory/served-index.ts';
import { openServedSearch } from '#directory/served-search.ts';
import { countPublic } from '#directory/provider-store.ts';
import { checkServedIndex } from '#directory/check-served-index.ts';
import { rebuildServedIndex } from '#directory/update-served-index.ts';
import { openGeneratedApp } from '../support/generated-app.ts';
import {
  openMeilisearchStandIn,
  type MeilisearchStandIn,
} from '../support/meilisearch-stand-in.ts';
import { someQuery } from './some-query.ts';

const { ctx } = openGeneratedApp(400);
let standIn: MeilisearchStandIn;
let served: ServedIndex;
beforeAll(async () => {
  standIn = await openMeilisearchStandIn();
  served = openServedIndex(standIn.account, ctx);
  await rebuildServedIndex(ctx, served);
});
afterAll(() => standIn.close());

test('what the server is sent of a whole directory is what it then has', async () => {
  const shown = countPublic(ctx.db);
  expect(await checkServedIndex(ctx, served, shown, () => 0)).toEqual({
    ...{ expected: shown, found: shown, compared: shown, differing: [] },
  });
});

test('families find the same whichever engine answers, and the server answers most', async () => {
  const search = openServedSearch(standIn.account, ctx, ctx.search, 20_000);
  const asking = { ...ctx, search };
  let searches = 0;
  await fc.assert(
    fc.asyncProperty(someQuery, async (query) => {
      searches += 1;
      expect(await findProviders(asking, query)).toEqual(await findProviders(ctx, query));
    }),
    { seed: 31, numRuns: 60 },
  );
  expect(search.engine()).toBe('meilisearch');
  expect(standIn.count('POST /multi-search')).toBeGreaterThan(searches);
});

test.each(['nursery', 'nursary', 'sale nurs', 'przedszkole', 'نرسری', 'no such word'])(
  'also for the words %s',
  async (q) => {
    const search = openServedSearch(standIn.account, ctx, ctx.search, 20_000);
    const query = { ...openQuery, q };
    expect(await findProviders({ ...ctx, search }, query)).toEqual(await findProviders(ctx, query));
  },
);
