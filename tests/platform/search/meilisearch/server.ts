import { randomUUID } from 'node:crypto';
import { openMeilisearch, type MeilisearchEngine } from '#platform/search/meilisearch/engine.ts';
import type { MeilisearchAccount } from '#platform/search/meilisearch/engine.ts';
import type { SearchShape } from '#platform/search/meilisearch/search-shape.ts';
import { openPatientClient, usualPatience } from '#platform/search/meilisearch/patient-client.ts';
import { openMeilisearchStandIn } from '../../../support/meilisearch-stand-in.ts';
import { facetValues, rankNames, spanLists } from '../sample-documents.ts';

/** The shape of the sample documents. */
export const sampleShape: SearchShape = {
  facets: Object.keys(facetValues),
  ranks: rankNames,
  spans: new Map(spanLists.map((list) => [list, 4])),
  languages: ['en', 'pl', 'ur'],
};

export type TestServer = {
  readonly engine: MeilisearchEngine;
  readonly account: MeilisearchAccount;
  readonly close: () => Promise<void>;
};

export async function openStandInServer(): Promise<TestServer> {
  const { account, close } = await openMeilisearchStandIn();
  return { account, engine: openMeilisearch(account, sampleShape), close };
}

/** The server that `MEILI_URL` names; the tests use an index of their own and delete it. */
export const realServer = process.env.MEILI_URL ?? '';

export function openRealServer(): Promise<TestServer> {
  const key = process.env.MEILI_KEY;
  const account = { url: realServer, key, index: `fis_test_${randomUUID()}` };
  const { client, task } = openPatientClient(account, usualPatience);
  return Promise.resolve({
    account,
    engine: openMeilisearch(account, sampleShape),
    close: async () => {
      await task(() => client.deleteIndex(account.index));
    },
  });
}
