import type { SearchDocument, SearchEngine } from '../search-engine.ts';
import { buildSnapshot, type Snapshot } from './build-snapshot.ts';
import { searchSnapshot } from './search-snapshot.ts';

/**
 * An empty engine that lives in this process's memory; fill it with `rebuild`. After `index` or
 * `remove` the next search builds the index anew, so many changes in a row cost one build.
 */
export function openEmbeddedEngine(): SearchEngine {
  let documents = new Map<string, SearchDocument>();
  let snapshot: Snapshot | null = null;
  return {
    index: (batch) => {
      for (const document of batch) documents.set(document.id, document);
      snapshot = null;
    },
    remove: (ids) => {
      for (const id of ids) documents.delete(id);
      snapshot = null;
    },
    rebuild: (all) => {
      const next = new Map<string, SearchDocument>();
      for (const document of all) next.set(document.id, document);
      const built = buildSnapshot([...next.values()]);
      documents = next;
      snapshot = built;
    },
    search: (query) => {
      snapshot ??= buildSnapshot([...documents.values()]);
      return searchSnapshot(snapshot, query);
    },
  };
}
