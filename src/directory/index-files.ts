import { randomUUID } from 'node:crypto';
import { constants } from 'node:fs';
import { access, readdir, rename, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import type { Snapshot } from '#platform/search/embedded/build-snapshot.ts';
import { readSnapshot, removeSnapshot } from '#platform/search/embedded/snapshot-file.ts';
import type { DirectoryState } from './directory-index.ts';

/** A finished index, of which state of the directory it is, and in which languages. */
export type BuiltIndex = Snapshot & DirectoryState & { readonly languages: readonly string[] };

const ending = '-search-index';
/** Milliseconds: no build takes as long. */
const longest = 6 * 3_600_000;

/** Where the last finished index of a database stays, for a site that starts anew. */
const keptFile = (databaseFile: string): string => `${databaseFile}${ending}`;

/**
 * A new name for the file by which an index comes from the process that builds it: beside the
 * database, or in the temporary folder when nothing may be written there.
 */
export async function newIndexFile(databaseFile: string): Promise<string> {
  const folder = await access(dirname(databaseFile), constants.W_OK).then(
    () => dirname(databaseFile),
    () => tmpdir(),
  );
  return join(folder, `${basename(databaseFile)}${ending}-${randomUUID()}`);
}

/** Reads a finished index; throws when there is none, or not a whole one of this version. */
export const readIndex = async (file: string): Promise<BuiltIndex> =>
  // Only `scripts/build-index.ts` writes such files.
  (await readSnapshot(file)) as BuiltIndex;

/** Keeps a finished index beside its database in place of the one before; elsewhere it is removed. */
export async function keepIndex(file: string, databaseFile: string): Promise<void> {
  if (dirname(file) === dirname(databaseFile)) await rename(file, keptFile(databaseFile));
  else await removeSnapshot(file);
}

/** The index kept beside a database; null when there is none that this version can read. */
export const readKeptIndex = (databaseFile: string): Promise<BuiltIndex | null> =>
  readIndex(keptFile(databaseFile)).catch(() => null);

/** The files `newIndexFile` names, and what is written aside of them. */
const ofOneBuild = new RegExp(`${ending}-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}(\\.part)?$`);

/** Removes from a folder what sites have left behind that were killed while they built or read one. */
export async function removeLeftIndexes(folder: string, now: Date): Promise<void> {
  const names = await readdir(folder);
  for (const name of names.filter((one) => ofOneBuild.test(one))) {
    const file = join(folder, name);
    const written = await stat(file).catch(() => null);
    if (written !== null && now.getTime() - written.mtimeMs > longest) await removeSnapshot(file);
  }
}
