import { openCase } from '#brokerage/case-store.ts';
import { findPostcode } from '#directory/postcode-store.ts';
import type { Db, Reader } from '#db/open-database.ts';
import { londonDay } from '#platform/calendar/london-time.ts';
import type { App } from '#platform/context.ts';
import { factsOf, type CaseFacts } from './case-facts.ts';
import { listRowsOf } from './queue-store.ts';

type Known = { readonly as: string; readonly facts: CaseFacts | undefined };
type Listed = { readonly id: string; readonly version: number };

/**
 * What the open cases of a database can be filtered by, in memory only: on disk it is sealed with all
 * else that a family told. It goes with the handle of the database.
 */
const indexes = new WeakMap<Db, Map<string, Known>>();

/**
 * The facts of these cases by id, and forgets all others. A case is opened once for each of its
 * versions, and again in a new month, when its children are older.
 */
export function factsOfCases(
  app: Pick<App, 'db' | 'keys' | 'clock' | 'log'>,
  listed: readonly Listed[],
): ReadonlyMap<string, CaseFacts> {
  const before = indexes.get(app.db);
  const today = londonDay(app.clock.now());
  const as = ({ version }: Listed) => `${version} ${today.slice(0, 7)}`;
  const now = new Map<string, Known>();
  const missing: Listed[] = [];
  for (const one of listed) {
    const known = before?.get(one.id);
    if (known?.as === as(one)) now.set(one.id, known);
    else missing.push(one);
  }
  const versions = new Map(missing.map((one) => [one.id, as(one)]));
  for (const row of listRowsOf(app.db, [...versions.keys()])) {
    now.set(row.id, { as: versions.get(row.id) ?? '', facts: readFacts(app, row, today) });
  }
  indexes.set(app.db, now);
  return new Map(
    [...now].flatMap(([id, { facts }]) => (facts === undefined ? [] : [[id, facts] as const])),
  );
}

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
