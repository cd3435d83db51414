import type { Log } from '../../log.ts';
import type { LiveSearch, SearchHits, SearchQuery } from '../search-engine.ts';
import { openBreaker } from './breaker.ts';
import type { MeilisearchEngine } from './engine.ts';
import { isForEmbedded } from './is-for-embedded.ts';
import { reasonOf } from './server-failure.ts';

/** Milliseconds in which the server must have answered, so that nobody waits longer than 300. */
const usualPatience = 200;
const rules = { failures: 3, pause: 5_000 };

type Parts = {
  readonly server: Pick<MeilisearchEngine, 'ask'>;
  /** What answers whenever the server cannot. */
  readonly here: LiveSearch;
  /** Whether the server knows the directory as it is now. */
  readonly isCurrent: () => boolean;
  readonly log: Log;
  /** Only tests change it; milliseconds. */
  readonly patience?: number | undefined;
};

/**
 * Asks the server, and this process's own index when the server fails, is slow, is behind or cannot
 * answer exactly: both give the same answers. After some failures the server is left alone, and tried
 * now and then with a query that somebody has already had answered from here.
 */
export function openFallingBack({
  server,
  here,
  isCurrent,
  log,
  patience = usualPatience,
}: Parts): LiveSearch {
  const breaker = openBreaker(rules, () => performance.now());
  const ask = async (query: SearchQuery): Promise<SearchHits | null> => {
    try {
      const hits = await server.ask(query, AbortSignal.timeout(patience));
      if (breaker.succeeded()) log.info('search answered by Meilisearch again');
      return isCurrent() ? hits : null;
    } catch (error) {
      if (breaker.failed()) log.warn('search answered here', { reason: reasonOf(error) });
      return null;
    }
  };
  const search = async (query: SearchQuery): Promise<SearchHits> => {
    if (!isCurrent() || isForEmbedded(query)) return here.searchHere(query);
    if (!breaker.isOpen()) return (await ask(query)) ?? here.searchHere(query);
    if (breaker.mayTry()) void ask(query);
    return here.searchHere(query);
  };
  return {
    search,
    searchHere: here.searchHere,
    state: here.state,
    ready: here.ready,
    engine: () => (breaker.isOpen() || !isCurrent() ? here.engine() : 'meilisearch'),
  };
}
