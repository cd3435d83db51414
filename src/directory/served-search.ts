import type { App } from '#platform/context.ts';
import type { MeilisearchAccount } from '#platform/search/meilisearch/engine.ts';
import { openFallingBack } from '#platform/search/meilisearch/falling-back.ts';
import type { LiveSearch } from '#platform/search/search-engine.ts';
import { openServedIndex } from './served-index.ts';
import { isServedCurrent } from './update-served-index.ts';

/**
 * A search that asks a server whenever it knows the directory as it is, and else the index here. Only
 * tests say for how many milliseconds it may be waited for.
 */
export function openServedSearch(
  account: MeilisearchAccount,
  app: Pick<App, 'db' | 'clock' | 'catalogue' | 'log'>,
  here: LiveSearch,
  patience?: number,
): LiveSearch {
  const served = openServedIndex(account, app);
  return openFallingBack({
    ...{ server: served.server, here, log: app.log, patience },
    isCurrent: () => isServedCurrent(app, served),
  });
}
