import type { SearchDocument } from '../search-engine.ts';
import { batchesOf } from './batches.ts';
import { indexSettings, settingsToWrite } from './index-settings.ts';
import type { PatientClient } from './patient-client.ts';
import { safeId } from './safe-text.ts';
import type { SearchShape } from './search-shape.ts';
import { serverDocument, type ServerDocument } from './server-document.ts';
import { isNoIndex, TaskFailure } from './server-failure.ts';

/** Writes to one index, one request at a time; each resolves when the server has done it. */
export function openIndexWriter(patient: PatientClient, uid: string, shape: SearchShape) {
  const { client, request, task } = patient;
  const index = client.index(uid);
  return {
    /** Adds documents, replacing those with the same id. */
    index: async (documents: Iterable<SearchDocument>): Promise<void> => {
      for (const batch of batchesOf(serverDocuments(shape, documents))) {
        await task(() => index.addDocuments(batch));
      }
    },
    remove: async (ids: readonly string[]): Promise<void> => {
      for (const batch of batchesOf(ids.map(safeId))) {
        await task(() => index.deleteDocuments(batch));
      }
    },
    /** Makes the index if there is none. */
    create: async (): Promise<void> => {
      try {
        await task(() => client.createIndex(uid, { primaryKey: 'id' }));
      } catch (error) {
        if (!(error instanceof TaskFailure && error.code === 'index_already_exists')) throw error;
      }
    },
    /** Deletes the index if there is one. */
    drop: async (): Promise<void> => {
      try {
        await task(() => client.deleteIndex(uid));
      } catch (error) {
        if (!(error instanceof TaskFailure && error.code === 'index_not_found')) throw error;
      }
    },
    /** Sets up what is not set up as it should be; gives the names of what was. */
    setUp: async (): Promise<readonly string[]> => {
      const found = await request(() => index.getSettings());
      const changes = settingsToWrite(indexSettings(shape), found);
      const names = Object.keys(changes);
      if (names.length > 0) await task(() => index.updateSettings(changes));
      return names;
    },
    /** How many documents it has; null when there is no such index. */
    count: async (): Promise<number | null> => {
      try {
        return (await request(() => index.getStats())).numberOfDocuments;
      } catch (error) {
        if (isNoIndex(error)) return null;
        throw error;
      }
    },
    /** What it holds of these documents, in no order. */
    read: async (ids: readonly string[]): Promise<readonly ServerDocument[]> => {
      const found = await request(() =>
        index.getDocuments<ServerDocument>({ ids: ids.map(safeId), limit: ids.length }),
      );
      return found.results;
    },
  };
}

export type IndexWriter = ReturnType<typeof openIndexWriter>;

function* serverDocuments(
  shape: SearchShape,
  documents: Iterable<SearchDocument>,
): Generator<ServerDocument> {
  for (const document of documents) yield serverDocument(shape, document);
}
