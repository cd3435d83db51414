import { and, eq, inArray, max, sql } from 'drizzle-orm';
import type { Tx } from '#db/open-database.ts';
import { consentedHome, fieldSource, location, serviceAtLocation } from '#db/schema/directory.ts';
import { importReport } from '#db/schema/exchange.ts';
import type { Consent } from './consents-layout.ts';
import { noteConsent } from './home-name-store.ts';
import { differs } from './registration-children-store.ts';
import { readSpoken, writeSpoken } from './spoken.ts';

type Row = typeof consentedHome.$inferSelect;
type Groups = ReadonlySet<'name' | 'address'>;
export type ConsentSaved = 'added' | 'changed' | 'unchanged' | { readonly refused: string };

/** The newest day that a file of consented addresses spoke for; null before the first. */
export const newestConsents = (tx: Tx): string | null =>
  tx
    .select({ day: max(importReport.asAt) })
    .from(importReport)
    .where(eq(importReport.kind, 'consents'))
    .get()?.day ?? null;

/**
 * Writes what homes agreed to have published, and tells what each came to. Groups that the council
 * or the provider answers for are left alone.
 */
export function consentSaver(tx: Tx, asAt: string) {
  const read = queries(tx);
  return (consent: Consent): ConsentSaved => {
    const { id } = consent;
    const home = read.home.get({ id });
    const refused = refusalOf(home);
    if (refused !== null) return { refused };
    const before = read.consented.get({ id });
    const owned = new Set(read.owned.all({ id }).map(({ group }) => group));
    if (owned.size === 2) return 'unchanged';
    const after = rowAfter(consent, before ?? null, owned, asAt);
    const { asAt: _, ...facts } = after;
    if (before && !differs(before, facts)) {
      if (before.asAt !== asAt) save(tx, after, owned);
      return 'unchanged';
    }
    save(tx, after, owned);
    return before ? 'changed' : 'added';
  };
}

type Home = { readonly premises: string; readonly withheld: boolean };

function refusalOf(home: Home | undefined): string | null {
  if (home === undefined) return 'it is not in the directory';
  if (home.premises === 'non-domestic') return 'in the directory it is not a home';
  return home.withheld ? 'Ofsted withholds it' : null;
}

const byId = sql.placeholder('id');
const queries = (tx: Tx) => ({
  home: tx
    .select({ premises: location.premises, withheld: serviceAtLocation.withheld })
    .from(serviceAtLocation)
    .innerJoin(location, eq(location.id, serviceAtLocation.locationId))
    .where(eq(serviceAtLocation.id, byId))
    .prepare(),
  consented: tx
    .select()
    .from(consentedHome)
    .where(eq(consentedHome.serviceAtLocationId, byId))
    .prepare(),
  owned: tx
    .select({
      group: sql<'name' | 'address'>`${fieldSource.fieldGroup}`,
      source: fieldSource.source,
    })
    .from(fieldSource)
    .where(
      and(
        eq(fieldSource.serviceAtLocationId, byId),
        inArray(fieldSource.fieldGroup, ['name', 'address']),
        sql`${fieldSource.source} <> 'ofsted'`,
      ),
    )
    .prepare(),
});

const noAddress = {
  ...{ addressLine1: null, addressLine2: null, addressLine3: null, town: null },
  ...{ postcode: null, latitude: null, longitude: null },
};

function rowAfter(consent: Consent, before: Row | null, owned: Groups, asAt: string): Row {
  const { addressLine1, addressLine2, addressLine3, town, postcode } = consent;
  const said = { addressLine1, addressLine2, addressLine3, town, postcode };
  // The table of postcodes places it anew when its postcode is another.
  const point = before?.postcode === postcode ? pointOf(before) : pointOf(noAddress);
  return {
    serviceAtLocationId: consent.id,
    name: owned.has('name') ? (before?.name ?? null) : consent.name,
    ...(owned.has('address') ? addressOf(before ?? noAddress) : { ...said, ...point }),
    ...{ source: 'ofsted', asAt },
  };
}

type Point = Pick<Row, 'latitude' | 'longitude'>;
const pointOf = ({ latitude, longitude }: Point): Point => ({ latitude, longitude });
const addressOf = (row: Omit<Row, 'serviceAtLocationId' | 'name' | 'source' | 'asAt'>) => {
  const { addressLine1, addressLine2, addressLine3, town, postcode } = row;
  return { addressLine1, addressLine2, addressLine3, town, postcode, ...pointOf(row) };
};

function save(tx: Tx, row: Row, owned: Groups): void {
  tx.insert(consentedHome)
    .values(row)
    .onConflictDoUpdate({ target: consentedHome.serviceAtLocationId, set: row })
    .run();
  const { serviceAtLocationId: id, asAt } = row;
  for (const group of ['name', 'address'] as const)
    if (!owned.has(group)) noteConsent(tx, { id, group, asAt, consent: 'given' });
}

/**
 * Takes back the consents of homes that the file no longer lists, and says how many. Consents that
 * came from the council's feed are not this file's to take back.
 */
export function withdrawConsents(tx: Tx, asAt: string, isListed: (id: string) => boolean): number {
  const read = queries(tx);
  const given = tx
    .select({ id: consentedHome.serviceAtLocationId })
    .from(consentedHome)
    .where(eq(consentedHome.source, 'ofsted'))
    .all();
  const gone = given.filter(({ id }) => !isListed(id));
  for (const { id } of gone) {
    withdraw(tx, id, asAt, read.owned.all({ id }));
    forgetFeed(tx, id);
  }
  return gone.length;
}

type Owner = { readonly group: 'name' | 'address'; readonly source: string };

/** Empties the groups that nobody else answers for; when that is all of them, the row goes. */
function withdraw(tx: Tx, id: string, asAt: string, owners: readonly Owner[]): void {
  const mine = eq(consentedHome.serviceAtLocationId, id);
  const [owner] = owners;
  const groups = (['name', 'address'] as const).filter(
    (group) => !owners.some((one) => one.group === group),
  );
  if (owner === undefined) tx.delete(consentedHome).where(mine).run();
  else {
    const blank = {
      ...(groups.includes('name') && { name: null }),
      ...(groups.includes('address') && noAddress),
    };
    tx.update(consentedHome)
      .set({ ...blank, source: owner.source })
      .where(mine)
      .run();
  }
  for (const group of groups) noteConsent(tx, { id, group, asAt, consent: 'withdrawn' });
}

/** The feed may have given a name of its own: what it said is forgotten, so that it counts again. */
function forgetFeed(tx: Tx, id: string): void {
  const mine = eq(serviceAtLocation.id, id);
  const row = tx
    .select({ digest: serviceAtLocation.sourceDigest })
    .from(serviceAtLocation)
    .where(mine)
    .get();
  const known = readSpoken(row?.digest ?? null);
  if (known.feed === undefined) return;
  const sourceDigest = writeSpoken({ ...known, feed: { ...known.feed, digest: '' } });
  tx.update(serviceAtLocation).set({ sourceDigest }).where(mine).run();
}
