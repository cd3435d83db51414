import type { SearchDocument, SearchHits, SearchQuery } from '../search-engine.ts';
import { buildSnapshot, type Snapshot } from './build-snapshot.ts';
import { searchSnapshot } from './search-snapshot.ts';

/** The search port, answered at once. */
export type EmbeddedEngine = {
  readonly index: (documents: readonly SearchDocument[]) => void;
  readonly remove: (ids: readonly string[]) => void;
  readonly rebuild: (documents: Iterable<SearchDocument>) => void;
  readonly search: (query: SearchQuery) => SearchHits;
  /** Searches a finished index from now on, such as one that a thread has built. */
  readonly adopt: (built: Snapshot) => void;
};

/**
 * An empty engine that lives in this process's memory; fill it with `rebuild` or `adopt`. After
 * `index` or `remove` the next search builds the index anew, so many changes in a row cost one
 * build. An adopted index brings no documents: change it by adopting another.
 */
export function openEmbeddedEngine(): EmbeddedEngine {
  let documents: Map<string, SearchDocument> | null = new Map();
  let snapshot: Snapshot | null = null;
  const change = (make: (known: Map<string, SearchDocument>) => void) => {
    if (documents === null) throw new Error('An adopted index is not changed but replaced');
    make(documents);
    snapshot = null;
  };
  return {
    index: (batch) =>
      change((known) => {
        for (const document of batch) known.set(document.id, document);
      }),
    remove: (ids) =>
      change((known) => {
        for (const id of ids) known.delete(id);
      }),
    rebuild: (all) => {
      const next = new Map<string, SearchDocument>();
      for (const document of all) next.set(document.id, document);
      snapshot = buildSnapshot([...next.values()]);
      documents = next;
    },
    adopt: (built) => {
      snapshot = built;
      documents = null;
    },
    search: (query) => {
      snapshot ??= buildSnapshot([...(documents?.values() ?? [])]);
      return searchSnapshot(snapshot, query);
    },
  };
}
