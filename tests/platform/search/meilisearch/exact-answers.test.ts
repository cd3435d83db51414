import { isForEmbedded } from '#platform/search/meilisearch/is-for-embedded.ts';
import type { SearchHits } from '#platform/search/search-engine.ts';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bruteForce, worldOf } from '../brute-force.ts';
import { sampleDocuments } from '../sample-documents.ts';
import { parameters, queriesWith, someQuery, type SampleQuery } from '../sample-queries.ts';
import { openRealServer, openStandInServer, realServer, type TestServer } from './server.ts';

const world = worldOf(sampleDocuments(800, 1));
const documents = world.samples.map(({ document }) => document);

describe('asked by the protocol, with a stand-in for the server', () => {
  answersAsPromised(openStandInServer);
});
// `npm test` says at its end when there was none.
if (realServer !== '') {
  describe('asked of a real server', () => {
    answersAsPromised(openRealServer);
  });
}

function answersAsPromised(open: () => Promise<TestServer>): void {
  let server: TestServer;
  beforeAll(async () => {
    server = await open();
    await server.engine.rebuild(documents);
  });
  afterAll(() => server.close());

  /** What was answered; null when it was left to the embedded engine. */
  const answered = async (asked: SampleQuery): Promise<SearchHits | null> => {
    const found = await server.engine.ask(asked.query, AbortSignal.timeout(30_000));
    if (found !== null) expect(found).toEqual(bruteForce(world, asked));
    return found;
  };

  test.each(parameters)('it answers as a plain filter over every document for %s', async (one) => {
    await fc.assert(
      fc.asyncProperty(queriesWith([one]), async (asked) => {
        await answered(asked);
      }),
      { seed: 2, numRuns: 60 },
    );
  });

  test('and for combinations of parameters; what it leaves has words, or cannot be asked', async () => {
    let found = 0;
    await fc.assert(
      fc.asyncProperty(someQuery, async ({ query, words }) => {
        const page = { offset: Math.min(query.offset, 200), limit: Math.min(query.limit, 1000) };
        const asked = { ...query, ...page, along: null };
        const hits = await answered({ query: asked, words });
        if (hits === null) expect(isForEmbedded(asked) || words.length > 0).toBe(true);
        else if (hits.total > 0) found += 1;
      }),
      { seed: 3, numRuns: 300 },
    );
    expect(found).toBeGreaterThan(70);
  });

  test('and for a limit that is exactly the distance of a document', async () => {
    await fc.assert(
      fc.asyncProperty(queriesWith(['near']), fc.nat(199), async ({ query }, at) => {
        const all = bruteForce(world, { query: { ...query, limit: 200 }, words: [] });
        const edge = all.hits[at % all.hits.length];
        fc.pre(edge !== undefined && edge.miles !== null);
        const asked = { ...query, withinMiles: edge.miles, limit: 1000 };
        const hits = await answered({ query: asked, words: [] });
        expect(hits?.hits).toContainEqual(edge);
      }),
      { seed: 4, numRuns: 60 },
    );
  });

  test('and after documents have changed and gone', async () => {
    const [gone, moved] = [documents.slice(0, 50), documents.slice(50, 100)];
    await server.engine.remove(gone.map(({ id }) => id));
    await server.engine.index(moved.map((document) => ({ ...document, text: 'moved' })));
    const now = worldOf([
      ...world.samples.slice(50, 100).map(({ document }) => ({
        document: { ...document, text: 'moved' },
        words: ['moved'],
        named: [],
      })),
      ...world.samples.slice(100),
    ]);
    for (const asked of fc.sample(queriesWith(['filters', 'count', 'sort']), {
      seed: 5,
      numRuns: 30,
    })) {
      const found = await server.engine.ask(asked.query, AbortSignal.timeout(30_000));
      if (found !== null) expect(found).toEqual(bruteForce(now, asked));
    }
    await server.engine.rebuild(documents);
  });
}
