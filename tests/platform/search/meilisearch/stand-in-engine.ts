import { onTestFinished } from 'vitest';
import { openMeilisearch } from '#platform/search/meilisearch/engine.ts';
import { openMeilisearchStandIn } from '../../../support/meilisearch-stand-in.ts';
import { sampleShape } from './server.ts';

/** An engine on a stand-in of its own; how long it waits between tries is noted, not waited. */
export async function openOnStandIn({ answer = 2000 } = {}) {
  const standIn = await openMeilisearchStandIn();
  onTestFinished(standIn.close);
  const waited: number[] = [];
  const wait = (milliseconds: number) => {
    waited.push(milliseconds);
    return Promise.resolve();
  };
  const patience = { answer, task: 5000, wait };
  return { standIn, waited, engine: openMeilisearch(standIn.account, sampleShape, patience) };
}

export const soon = (): AbortSignal => AbortSignal.timeout(5000);
