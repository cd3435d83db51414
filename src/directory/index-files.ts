import { randomUUID } from 'node:crypto';
import { readdir, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { removeSnapshot } from '#platform/search/embedded/snapshot-file.ts';

const prefix = 'search-index-';
/** Milliseconds: no build takes as long. */
const longest = 6 * 3_600_000;

/** A new name for the file by which an index comes from the process that builds it. */
export const newIndexFile = (): string => join(tmpdir(), prefix + randomUUID());

/** Removes what sites have left behind that were killed while they built or read one. */
export async function removeLeftIndexes(now: Date, folder = tmpdir()): Promise<void> {
  const names = await readdir(folder);
  for (const name of names.filter((one) => one.startsWith(prefix))) {
    const file = join(folder, name);
    const written = await stat(file).catch(() => null);
    if (written !== null && now.getTime() - written.mtimeMs > longest) await removeSnapshot(file);
  }
}
