import type { SearchDocument, SearchHits, SearchQuery } from '../search-engine.ts';
import { buildSnapshot, type Snapshot } from './build-snapshot.ts';
import { deskFor, type Desk } from './desk.ts';
import { placesIn } from './name-order.ts';
import { laterPart, ordinalOf, partOf, type Part } from './part.ts';
import { searchParts } from './search-parts.ts';

/** The search port, answered at once. */
export type EmbeddedEngine = {
  readonly index: (documents: readonly SearchDocument[]) => void;
  readonly remove: (ids: readonly string[]) => void;
  readonly rebuild: (documents: Iterable<SearchDocument>) => void;
  readonly search: (query: SearchQuery) => SearchHits;
  /** Searches a finished index from now on, such as one that another process has built. */
  readonly adopt: (built: Snapshot) => void;
  /** How many documents have changed since the index was built whole: each makes searches slower. */
  readonly changed: () => number;
};

/** The index as it was built, and what has changed since. */
type Index = {
  readonly base: Snapshot;
  /** By ordinal of the base: 1 when replaced or removed. */
  readonly gone: Uint8Array;
  /** How many of those there are. */
  left: number;
  readonly later: Map<string, SearchDocument>;
  readonly desk: Desk;
  /** The base's ordinals in order of name, once they were needed. */
  byName: Uint32Array | null;
};

/**
 * An empty engine that lives in this process's memory; fill it with `rebuild` or `adopt`. What is
 * indexed or removed after that is kept beside the finished index, in a small one that the next
 * search builds, so that a change costs as much as what has changed and not as much as there is.
 */
export function openEmbeddedEngine(): EmbeddedEngine {
  let index = untouched(buildSnapshot([]));
  let parts: readonly Part[] | null = null;
  const adopt = (built: Snapshot) => {
    index = untouched(built);
    parts = null;
  };
  const leave = (id: string) => {
    const ordinal = ordinalOf(index.base, id);
    if (ordinal !== undefined && index.gone[ordinal] === 0) {
      index.gone[ordinal] = 1;
      index.left += 1;
    }
    index.later.delete(id);
    parts = null;
  };
  return {
    index: (documents) => {
      for (const document of documents) {
        leave(document.id);
        index.later.set(document.id, document);
      }
    },
    remove: (ids) => {
      ids.forEach(leave);
    },
    rebuild: (all) => {
      adopt(buildSnapshot(all));
    },
    adopt,
    search: (query) => {
      parts ??= partsOf(index);
      return searchParts(parts, query);
    },
    changed: () => index.left + index.later.size,
  };
}

const untouched = (base: Snapshot): Index => ({
  base,
  gone: new Uint8Array(base.count),
  later: new Map(),
  left: 0,
  desk: deskFor(base.count),
  byName: null,
});

function partsOf(index: Index): readonly Part[] {
  const { base, gone, later, left, desk } = index;
  const thinned = partOf(base, left > 0 ? gone : null, desk);
  if (later.size === 0) return [thinned];
  index.byName ??= placesIn(base.nameOrder);
  return [thinned, laterPart(buildSnapshot(later.values()), base, index.byName)];
}
