import { rmSync } from 'node:fs';
import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Settings } from '../settings/settings.ts';

type Folder = Pick<Settings, 'outboxDir'>;
const endings = ['.eml', '.txt', '.eml.part', '.txt.part'] as const;

/**
 * Removes the files that messages were written to, by the messages' ids; those that went by another
 * way have none. At once, so that it is done before the rows that name them are gone.
 */
export function removeMailFiles({ outboxDir }: Folder, ids: readonly string[]): void {
  for (const id of ids)
    for (const ending of endings) rmSync(join(outboxDir, `${id}${ending}`), { force: true });
}

/** Removes the files last written before a moment, whosever they were. Gives how many. */
export async function removeOldMailFiles({ outboxDir }: Folder, before: Date): Promise<number> {
  let removed = 0;
  for (const name of await namesIn(outboxDir)) {
    if (!endings.some((ending) => name.endsWith(ending))) continue;
    const file = join(outboxDir, name);
    if ((await stat(file)).mtime >= before) continue;
    await rm(file, { force: true });
    removed += 1;
  }
  return removed;
}

/** A site that sends by other ways has no folder. */
const namesIn = (folder: string): Promise<readonly string[]> =>
  readdir(folder).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  });
