import type { SearchDocument, SearchHits, SearchQuery } from '../search-engine.ts';
import { askServer } from './ask-server.ts';
import {
  openPatientClient,
  usualPatience,
  type Patience,
  type ServerAccount,
} from './patient-client.ts';
import { nameOfNext, rebuildIndex, type CatchUp } from './rebuild-index.ts';
import type { SearchShape } from './search-shape.ts';
import { openIndexWriter, type IndexWriter } from './write-index.ts';

export type MeilisearchAccount = ServerAccount & { readonly index: string };

/** A search engine in a process of its own, which Meilisearch is. */
export type MeilisearchEngine = Pick<
  IndexWriter,
  'index' | 'remove' | 'count' | 'read' | 'setUp'
> & {
  /**
   * Answers a query exactly as the port promises, or gives null when that cannot be done here.
   * Rejects when the server does not answer; `signal` ends the asking.
   */
  readonly ask: (query: SearchQuery, signal: AbortSignal) => Promise<SearchHits | null>;
  /** Replaces everything at once, with no gap in service; see `rebuildIndex`. */
  readonly rebuild: (documents: Iterable<SearchDocument>, catchUp?: CatchUp) => Promise<void>;
  /** Whether a broken run has left an index behind that nobody asks. */
  readonly hasLeftOver: () => Promise<boolean>;
};

/** Opens the engine; nothing is asked of the server yet. */
export function openMeilisearch(
  account: MeilisearchAccount,
  shape: SearchShape,
  patience: Patience = usualPatience,
): MeilisearchEngine {
  const { index } = account;
  const patient = openPatientClient(account, patience);
  const { count, read, setUp, ...writer } = openIndexWriter(patient, index, shape);
  return {
    ...{ count, read, setUp },
    index: writer.index,
    remove: writer.remove,
    ask: (query, signal) => askServer({ client: patient.client, index, shape, signal }, query),
    rebuild: (documents, catchUp = () => Promise.resolve()) =>
      rebuildIndex(patient, index, shape, documents, catchUp),
    hasLeftOver: async () =>
      (await openIndexWriter(patient, nameOfNext(index), shape).count()) !== null,
  };
}
