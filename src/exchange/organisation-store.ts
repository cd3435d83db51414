import { eq, sql } from 'drizzle-orm';
import type { Tx } from '#db/open-database.ts';
import { organisation, publication, service } from '#db/schema/directory.ts';
import { differs } from './registration-children-store.ts';
import type { RegistrationInserts } from './registration-insert-store.ts';
import type { RegisteredPerson } from './said.ts';

export type OrganisationSaved = 'added' | 'changed' | 'unchanged';

/**
 * Writes registered persons and agencies, each once: one has many registrations. One that another
 * source answers for is not touched, nor is one that a newer file spoke of; an address once said
 * stays.
 */
export function organisationSaver(
  tx: Tx,
  inserts: Pick<RegistrationInserts, 'organisation'>,
  asAt: string,
) {
  const find = tx
    .select()
    .from(organisation)
    .where(eq(organisation.id, sql.placeholder('id')))
    .prepare();
  const saved = new Map<string, OrganisationSaved>();
  const save = (said: RegisteredPerson): OrganisationSaved => {
    const { id, address, ...facts } = said;
    const before = find.get({ id });
    if (!before) {
      const unsaid = { website: null, email: null, phone: null };
      inserts.organisation({ ...said, ...unsaid, source: 'ofsted', asAt });
      return 'added';
    }
    const news = { ...facts, address: address ?? before.address };
    const isOurs = before.source === 'ofsted' && before.asAt <= asAt;
    if (!isOurs || !differs(before, news)) return 'unchanged';
    tx.update(organisation)
      .set({ ...news, asAt })
      .where(eq(organisation.id, id))
      .run();
    return 'changed';
  };
  return (said: RegisteredPerson): OrganisationSaved => {
    const key = `${said.id} ${said.address === null ? '' : 'with its address'}`;
    const outcome = saved.get(key) ?? save(said);
    saved.set(key, outcome);
    return outcome;
  };
}

/** Registered persons who have nothing registered any more: no reason is left to keep their names. */
export const dropIdlePersons = (tx: Tx): number =>
  tx.run(sql`delete from ${organisation}
    where ${organisation.source} = 'ofsted' and ${organisation.id} like 'rp%'
      and not exists (select 1 from ${service} where ${service.organisationId} = ${organisation.id})
      and not exists (
        select 1 from ${publication} where ${publication.organisationId} = ${organisation.id})`)
    .changes;
