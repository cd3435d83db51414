import { fork } from 'node:child_process';
import type { App } from '#platform/context.ts';
import { reasonOf } from '#platform/search/meilisearch/server-failure.ts';
import { countPublic } from './provider-store.ts';
import type { ServedIndex } from './served-index.ts';
import { isServedCurrent, updateServedIndex } from './update-served-index.ts';

/** Milliseconds. */
const usual = { between: 1_000, afterFailure: 10_000, betweenChecks: 600_000 };

type Keeping = {
  readonly served: ServedIndex;
  /** Fills the index anew; `ended` tells it to stop. */
  readonly rebuild: (ended: AbortSignal) => Promise<void>;
  /** Aborted by `stop`; what the index was opened with, so that nothing is waited for then. */
  readonly ending?: AbortController;
  readonly times?: typeof usual;
};

/**
 * Keeps a server's index up with the directory until stopped: changes within about a second, and all
 * of it anew when too much changed, on a new day, or when the server has lost it. Failures are said
 * once, and tried again.
 */
export function startIndexKeeper(
  app: Pick<App, 'db' | 'clock' | 'ids' | 'log'>,
  { served, rebuild, ending = new AbortController(), times = usual }: Keeping,
) {
  let timer: NodeJS.Timeout | undefined;
  let isFailing = false;
  let checkAt = 0;
  const keepUp = async () => {
    if ((await updateServedIndex(app, served)) === 'too-much') await rebuild(ending.signal);
    if (performance.now() < checkAt || !isServedCurrent(app, served)) return;
    if ((await served.server.count()) === countPublic(app.db)) await served.server.setUp();
    else await rebuild(ending.signal);
    checkAt = performance.now() + times.betweenChecks;
  };
  const turn = async () => {
    try {
      await keepUp();
      if (isFailing) app.log.info('search server is kept up again');
      isFailing = false;
    } catch (error) {
      if (!isFailing && !ending.signal.aborted) {
        app.log.error('search server not kept up', { reason: reasonOf(error) });
      }
      isFailing = true;
    }
    if (!ending.signal.aborted) {
      timer = setTimeout(next, isFailing ? times.afterFailure : times.between);
    }
  };
  let running: Promise<void> = Promise.resolve();
  const next = () => {
    running = turn();
  };
  next();
  return {
    stop: async () => {
      ending.abort();
      clearTimeout(timer);
      await running;
    },
  };
}

/** Runs `npm run search -- rebuild` in a process of its own, so that no request waits for it. */
export const rebuildApart =
  (script: URL) =>
  (ended: AbortSignal): Promise<void> =>
    new Promise((resolve, reject) => {
      const child = fork(script, ['rebuild'], { signal: ended, stdio: 'ignore' });
      child.once('error', reject);
      child.once('exit', (code) => {
        if (code === 0) resolve();
        else reject(new RangeError('The rebuild ended without an index'));
      });
    });
