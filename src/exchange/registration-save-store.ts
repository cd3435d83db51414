import { and, eq, getTableColumns, ne, sql } from 'drizzle-orm';
import type { Tx } from '#db/open-database.ts';
import { fieldSource, location, service, serviceAtLocation } from '#db/schema/directory.ts';
import { registration } from '#db/schema/directory-registration.ts';
import type { AtFacts } from './registration-insert-store.ts';
import {
  registrationWriter,
  standingOf,
  type Saved,
  type Source,
  type Spoke,
} from './registration-write-store.ts';
import { digestOf, type Said } from './said.ts';
import { isNewest, readSpoken, type SpokenBy } from './spoken.ts';

/**
 * Writes what is said of registrations, where it differs from what is known, and tells what each
 * came to. Facts that the council or the provider answers for are not touched.
 */
export function registrationSaver(tx: Tx, source: Source) {
  const read = queries(tx);
  const write = registrationWriter(tx, source);
  return (said: Said): Saved => {
    const { id } = said;
    const at = read.at.get({ id }) ?? unknown;
    const spoke = spokeOf(said, at.sourceDigest, source);
    const lastAsAt = spoke.before[source.by]?.asAt ?? '';
    if (lastAsAt > source.asAt) return 'superseded';
    if (saysTheSame(spoke, source) && !returns(at, said, source)) {
      if (lastAsAt !== source.asAt) read.touch.run({ id, ...standingOf(spoke.after) });
      return 'unchanged';
    }
    if (at === unknown) return write(said, null, spoke, new Set());
    const owned = read.owned.all({ id }).map(({ group }) => group);
    return write(said, read.record.get({ id }) ?? null, spoke, new Set(owned));
  };
}

const unknown = { sourceDigest: null, leftOn: null };

function spokeOf(said: Said, stored: string | null, { by, asAt }: Source): Spoke {
  const before = readSpoken(stored);
  const now = { asAt, digest: digestOf(said), withheld: said.withheld };
  return { before, after: { ...before, [by]: now } };
}

function saysTheSame({ before, after }: Spoke, source: Source): boolean {
  const last = before[source.by];
  return (
    last !== undefined &&
    last.digest === after[source.by]?.digest &&
    !overtakes(last.asAt, source, before)
  );
}

/** Whether the file was older than the other when it last said this, and is no longer. */
const overtakes = (lastAsAt: string, { by, asAt }: Source, known: SpokenBy): boolean =>
  isNewest(by, lastAsAt, known) !== isNewest(by, asAt, known);

/** Whether a record that had left is there again. */
const returns = ({ leftOn }: Pick<AtFacts, 'leftOn'>, said: Said, { asAt }: Source): boolean =>
  leftOn !== null && leftOn <= asAt && !said.isOut;

const byId = sql.placeholder('id');
const queries = (tx: Tx) => ({
  at: tx
    .select({ sourceDigest: serviceAtLocation.sourceDigest, leftOn: serviceAtLocation.leftOn })
    .from(serviceAtLocation)
    .where(eq(serviceAtLocation.id, byId))
    .prepare(),
  record: tx
    .select({
      at: getTableColumns(serviceAtLocation),
      service: getTableColumns(service),
      location: getTableColumns(location),
      registration: getTableColumns(registration),
    })
    .from(serviceAtLocation)
    .innerJoin(service, eq(service.id, serviceAtLocation.serviceId))
    .innerJoin(location, eq(location.id, serviceAtLocation.locationId))
    .innerJoin(registration, eq(registration.serviceAtLocationId, serviceAtLocation.id))
    .where(eq(serviceAtLocation.id, byId))
    .prepare(),
  owned: tx
    .select({ group: fieldSource.fieldGroup })
    .from(fieldSource)
    .where(and(eq(fieldSource.serviceAtLocationId, byId), ne(fieldSource.source, 'ofsted')))
    .prepare(),
  touch: tx
    .update(serviceAtLocation)
    .set({
      asAt: sql`${sql.placeholder('asAt')}`,
      sourceDigest: sql`${sql.placeholder('sourceDigest')}`,
    })
    .where(eq(serviceAtLocation.id, byId))
    .prepare(),
});
