import { eq, sql } from 'drizzle-orm';
import type { Tx } from '#db/open-database.ts';
import { consentedHome, fieldSource } from '#db/schema/directory.ts';

/**
 * Writes the name under which a home agreed, in the council's feed, to be listed, or takes it back
 * (null), and tells whether that changed anything. What the consented addresses gave is left alone:
 * only they withdraw it.
 */
export function homeNameSaver(tx: Tx, asAt: string) {
  const find = tx
    .select()
    .from(consentedHome)
    .where(eq(consentedHome.serviceAtLocationId, sql.placeholder('id')))
    .prepare();
  return (id: string, name: string | null): boolean => {
    const before = find.get({ id });
    if (before && before.source !== 'feed') return false;
    if ((before?.name ?? null) === name) return false;
    if (name === null)
      tx.delete(consentedHome).where(eq(consentedHome.serviceAtLocationId, id)).run();
    else {
      const row = { serviceAtLocationId: id, name, source: 'feed', asAt };
      tx.insert(consentedHome)
        .values(row)
        .onConflictDoUpdate({ target: consentedHome.serviceAtLocationId, set: row })
        .run();
    }
    noteConsent(tx, { id, group: 'name', asAt, consent: name === null ? 'withdrawn' : 'given' });
    return true;
  };
}

type Consent = {
  readonly id: string;
  readonly group: 'name' | 'address';
  readonly asAt: string;
  readonly consent: 'given' | 'withdrawn';
};

/** Notes a consent, unless somebody else answers for the group. */
export function noteConsent(tx: Tx, { id, group, asAt, consent }: Consent): void {
  const row = { source: 'ofsted', asAt, consent } as const;
  tx.insert(fieldSource)
    .values({ serviceAtLocationId: id, fieldGroup: group, ...row })
    .onConflictDoUpdate({
      target: [fieldSource.serviceAtLocationId, fieldSource.fieldGroup],
      set: row,
      setWhere: eq(fieldSource.source, 'ofsted'),
    })
    .run();
}
