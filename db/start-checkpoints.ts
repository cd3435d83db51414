import { Worker } from 'node:worker_threads';
import type { Db } from './open-database.ts';

/** Should the thread ever fail, a commit carries the log over itself once it has grown to 64 MB. */
const lastResortPages = 16_000;

/**
 * Carries committed pages from the log into the database file from a thread of its own, so that no
 * commit, and with it no request, waits for that. Gives what ends it.
 */
export function startCheckpoints(db: Db): { readonly stop: () => Promise<void> } {
  db.$client.pragma(`wal_autocheckpoint = ${lastResortPages}`);
  const worker = new Worker(new URL('./checkpoint-worker.mjs', import.meta.url), {
    resourceLimits: { maxYoungGenerationSizeMb: 1, maxOldGenerationSizeMb: 16 },
    workerData: db.$client.name,
    execArgv: [],
  });
  const ended = new Promise<void>((resolve) => worker.once('exit', () => resolve()));
  worker.once('error', () => undefined);
  worker.unref();
  return {
    stop: async () => {
      worker.postMessage('stop');
      await ended;
    },
  };
}
