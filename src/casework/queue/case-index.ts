import { setTimeout as wait } from 'node:timers/promises';
import { openCase } from '#brokerage/case-store.ts';
import { findPostcode } from '#directory/postcode-store.ts';
import type { Reader } from '#db/open-database.ts';
import { londonDay } from '#platform/calendar/london-time.ts';
import type { App } from '#platform/context.ts';
import { remembered } from '#platform/process-memory.ts';
import { factsOf, type CaseFacts } from './case-facts.ts';
import { listRowsOf } from './queue-store.ts';

type Listed = { readonly id: string; readonly version: number };

/**
 * What the open cases can be filtered by, in memory only: on disk it is sealed with all else that a
 * family told. `read` says of which version and month a case was read.
 */
const emptyIndex = () => ({
  read: new Map<string, string>(),
  facts: new Map<string, CaseFacts>(),
});

type IndexApp = Pick<App, 'db' | 'keys' | 'clock' | 'log' | 'memory'>;

/**
 * The facts of these cases by id, and forgets all others. A case is opened once for each of its
 * versions, and again in a new month, when its children are older.
 */
export function factsOfCases(
  app: IndexApp,
  listed: readonly Listed[],
): ReadonlyMap<string, CaseFacts> {
  const { read, facts } = remembered(app.memory, 'casework.facts', emptyIndex);
  const as = wantedOf(app, listed);
  for (const id of read.keys()) {
    if (read.get(id) === as.get(id)) continue;
    read.delete(id);
    facts.delete(id);
  }
  learnCases(app, listed);
  return facts;
}

const atOnce = 10;
/** Between two of those, in milliseconds: the requests of the first minute come first. */
const breath = 10;

/** Opens those of these cases that are not known yet, some at a time. */
function learnCases(app: IndexApp, listed: readonly Listed[]): void {
  const { read, facts } = remembered(app.memory, 'casework.facts', emptyIndex);
  const as = wantedOf(app, listed);
  const today = londonDay(app.clock.now());
  const missing = listed.flatMap(({ id }) => (read.get(id) === as.get(id) ? [] : [id]));
  for (let at = 0; at < missing.length; at += atOnce)
    for (const row of listRowsOf(app.db, missing.slice(at, at + atOnce))) {
      const found = readFacts(app, row, today);
      read.set(row.id, as.get(row.id) ?? '');
      if (found) facts.set(row.id, found);
    }
}

/** Opens them all before anybody asks, and lets requests through in between. */
export async function learnCasesInBackground(
  app: IndexApp,
  listed: readonly Listed[],
): Promise<void> {
  for (let at = 0; at < listed.length && app.db.$client.open; at += atOnce) {
    learnCases(app, listed.slice(at, at + atOnce));
    await wait(breath);
  }
}

const wantedOf = ({ clock }: IndexApp, listed: readonly Listed[]): ReadonlyMap<string, string> => {
  const month = londonDay(clock.now()).slice(0, 7);
  return new Map(listed.map(({ id, version }) => [id, `${version} ${month}`]));
};

type Row = Parameters<typeof openCase>[1];

/** One case that does not open must not hide the others. */
function readFacts(
  app: Pick<App, 'db' | 'keys' | 'log'>,
  row: Row,
  today: string,
): CaseFacts | undefined {
  try {
    const subject = openCase(app, row);
    return subject && factsOf(subject.family, wardOf(app.db, subject.family.place), today);
  } catch {
    app.log.error('case does not open', { id: row.id });
    return undefined;
  }
}

function wardOf(db: Reader, { postcode }: { readonly postcode: string }): CaseFacts['ward'] {
  const found = findPostcode(db, postcode);
  return found.ok ? found.value.ward : null;
}
