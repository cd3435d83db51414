import { fork } from 'node:child_process';
import { dirname } from 'node:path';
import type { App } from '#platform/context.ts';
import { removeSnapshot } from '#platform/search/embedded/snapshot-file.ts';
import {
  keepIndex,
  newIndexFile,
  readIndex,
  removeLeftIndexes,
  type BuiltIndex,
} from './index-files.ts';

/**
 * Builds the directory's index in a process of its own, so that its memory goes with it; `script` is
 * what that process runs. The index comes by a file, which stays for the next start.
 */
export async function buildApart(
  script: URL,
  { db, clock }: Pick<App, 'db' | 'clock'>,
  languages: readonly string[],
): Promise<BuiltIndex> {
  const database = db.$client.name;
  const file = await newIndexFile(database);
  try {
    await removeLeftIndexes(dirname(file), clock.now());
    await runBuilder(script, [database, file, clock.now().toISOString(), ...languages]);
    const built = await readIndex(file);
    await keepIndex(file, database);
    return built;
  } finally {
    await removeSnapshot(file);
  }
}

function runBuilder(script: URL, about: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const builder = fork(script, about);
    builder.once('error', reject);
    builder.once('exit', (code) => {
      if (code === 0) resolve();
      else reject(new Error('The build ended without an index'));
    });
  });
}
