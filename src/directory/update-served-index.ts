import type { App } from '#platform/context.ts';
import { directoryStateOf, documentsOf, type DirectoryState } from './directory-index.ts';
import { changesSince } from './directory-version-store.ts';
import {
  leaseCursor,
  moveCursor,
  readCursor,
  releaseCursor,
  type Known,
} from './search-cursor-store.ts';
import type { ServedIndex } from './served-index.ts';

type IndexApp = Pick<App, 'db' | 'clock' | 'ids'>;
type Writes = Pick<ServedIndex['server'], 'index' | 'remove'>;
/** `elsewhere`: another process is at it. `too-much`: only a rebuild can tell all that changed. */
export type Updated = 'nothing-new' | 'updated' | 'elsewhere' | 'too-much';

/** More changed places than this are not sent one by one. */
const mostSent = 1000;
/** How often the right to write is prolonged. */
const renewal = 20_000;

/** Whether the server knows the directory as it is now. */
export function isServedCurrent(app: Pick<App, 'db' | 'clock'>, served: ServedIndex): boolean {
  const known = readCursor(app.db, served.name);
  return known !== null && isSame(known, { ...directoryStateOf(app), recipe: served.recipe });
}

const isSame = (one: Known, other: Known): boolean =>
  one.version === other.version && isMadeAlike(one, other);
const isMadeAlike = (one: Known, other: Known): boolean =>
  one.day === other.day && one.recipe === other.recipe;

/** Sends the server what changed since it last heard. Rejects when it does not take it. */
export async function updateServedIndex(app: IndexApp, served: ServedIndex): Promise<Updated> {
  if (isServedCurrent(app, served)) return 'nothing-new';
  return asWriter(app, served, async (move) => {
    const known = readCursor(app.db, served.name);
    const state = directoryStateOf(app);
    if (known === null || !isMadeAlike(known, { ...state, recipe: served.recipe })) {
      return 'too-much';
    }
    const version = await sendChanges(app, served, served.server, known);
    if (version === null) return 'too-much';
    move({ ...state, version });
    return 'updated';
  });
}

/** Fills the server's index anew beside the one that answers. Rejects when that does not succeed. */
export function rebuildServedIndex(app: IndexApp, served: ServedIndex): Promise<Updated> {
  return asWriter(app, served, async (move) => {
    const { version, day } = directoryStateOf(app);
    let reached = version;
    const documents = documentsOf(app.db, app.clock, served.shape.languages);
    await served.server.rebuild(documents, async (next) => {
      const caughtUp = await sendChanges(app, served, next, { version, day });
      if (caughtUp === null) throw new RangeError('Too much changed while the index was loaded');
      reached = caughtUp;
    });
    move({ version: reached, day });
    return 'updated';
  });
}

/** Sends what changed since, and gives the version that is known then; null when it is too much. */
async function sendChanges(
  { db, clock }: IndexApp,
  { shape }: ServedIndex,
  writes: Writes,
  since: DirectoryState,
): Promise<number | null> {
  const { version, ids, isMore } = changesSince(db, since.version, mostSent);
  if (isMore) return null;
  const documents = [...documentsOf(db, clock, shape.languages, ids)];
  const shown = new Set(documents.map(({ id }) => id));
  await writes.remove(ids.filter((id) => !shown.has(id)));
  await writes.index(documents);
  return version;
}

async function asWriter(
  { db, clock, ids }: IndexApp,
  { name, recipe }: ServedIndex,
  work: (move: (state: DirectoryState) => void) => Promise<Updated>,
): Promise<Updated> {
  const writer = ids.id();
  if (!leaseCursor(db, name, writer, clock.now())) return 'elsewhere';
  const renewing = setInterval(() => {
    try {
      leaseCursor(db, name, writer, clock.now());
    } catch {
      // The next may succeed; who has lost the lease is told when it moves the cursor.
    }
  }, renewal);
  try {
    return await work((state) => {
      if (!moveCursor(db, name, writer, { ...state, recipe })) {
        throw new RangeError('Another process writes the index');
      }
    });
  } finally {
    clearInterval(renewing);
    releaseCursor(db, name, writer);
  }
}
