import type { SearchDocument } from '../search-engine.ts';
import type { PatientClient } from './patient-client.ts';
import type { SearchShape } from './search-shape.ts';
import { openIndexWriter, type IndexWriter } from './write-index.ts';

/** Brings the new index up to date with what changed while it was loaded. */
export type CatchUp = (next: Pick<IndexWriter, 'index' | 'remove'>) => Promise<void>;

export const nameOfNext = (index: string): string => `${index}_next`;

/**
 * Fills a new index beside the one that answers, and has the server swap them in one step once it is
 * whole. Whatever breaks off leaves the old one answering; what a broken run left is cleaned up by
 * the next. Rejects when the server refuses any part of it.
 */
export async function rebuildIndex(
  patient: PatientClient,
  index: string,
  shape: SearchShape,
  documents: Iterable<SearchDocument>,
  catchUp: CatchUp,
): Promise<void> {
  const live = openIndexWriter(patient, index, shape);
  const next = openIndexWriter(patient, nameOfNext(index), shape);
  await next.drop();
  await next.create();
  await next.setUp();
  await next.index(documents);
  await catchUp(next);
  const expected = await next.count();
  // Swapping takes two.
  if ((await live.count()) === null) await live.create();
  await swap(patient, index);
  const found = await live.count();
  if (found !== expected) {
    await swap(patient, index);
    throw new RangeError(`Of ${expected} documents ${found} answered, so the old ones do again`);
  }
  await next.drop();
}

const swap = ({ client, task }: PatientClient, index: string) =>
  task(() => client.swapIndexes([{ indexes: [index, nameOfNext(index)], rename: false }]));
