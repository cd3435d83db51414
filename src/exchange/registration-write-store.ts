import { eq } from 'drizzle-orm';
import type { Tx } from '#db/open-database.ts';
import { location, service, serviceAtLocation, type fieldSource } from '#db/schema/directory.ts';
import { registration } from '#db/schema/directory-registration.ts';
import { homeNameSaver } from './home-name-store.ts';
import { organisationSaver } from './organisation-store.ts';
import { childrenSaver, differs } from './registration-children-store.ts';
import { factsAfter, type Facts, type Leave } from './registration-facts.ts';
import {
  registrationInserts,
  type AtFacts,
  type RegistrationInserts,
} from './registration-insert-store.ts';
import type { Group, Said, Speaker } from './said.ts';
import { isNewest, isWithheld, maySet, newestDay, writeSpoken, type SpokenBy } from './spoken.ts';

/** Who speaks, for which ISO day. */
export type Source = { readonly by: Speaker; readonly asAt: string; readonly isSample: boolean };

/** `superseded`: the same file was taken before for a later day, so nothing was written. */
export type Saved = 'added' | 'changed' | 'unchanged' | 'left' | 'superseded';

/** What each of Ofsted's files said of a record, before this one and with it. */
export type Spoke = { readonly before: SpokenBy; readonly after: SpokenBy };
export type Before = Facts & { readonly at: typeof serviceAtLocation.$inferSelect };

/** The group of `field_source` under which somebody else takes over a group of facts. */
const owners: ReadonlyMap<Group, (typeof fieldSource.$inferSelect)['fieldGroup']> = new Map([
  ['name', 'name'],
  ['homeName', 'name'],
  ['address', 'address'],
  ['contacts', 'contact'],
  ['places', 'places'],
]);

/** What `service_at_location` keeps of who spoke. */
export const standingOf = (spoken: SpokenBy) => ({
  asAt: newestDay(spoken),
  sourceDigest: writeSpoken(spoken),
});

/** Writes what one file says of a registration over what is known of it (null: nothing). */
export function registrationWriter(tx: Tx, source: Source) {
  const inserts = registrationInserts(tx);
  const saveOrganisation = organisationSaver(tx, inserts, source.asAt);
  const saveChildren = saverOfChildren(tx, source, inserts);
  return (said: Said, before: Before | null, spoke: Spoke, owned: ReadonlySet<string>): Saved => {
    const leave = leaveOf(source, spoke.before, owned);
    const facts = factsAfter(said, before, leave);
    const at = atAfter(said, before?.at ?? null, source, spoke, leave);
    if (said.person && leave.sets('person')) saveOrganisation(said.person);
    if (before === null) inserts.record(said.id, { ...facts, at });
    const isChanged = before !== null && updateFacts(tx, said.id, before, facts, at);
    const areChanged = saveChildren(said, leave, spoke.before, before === null);
    return outcomeOf(before?.at ?? null, at, isChanged || areChanged);
  };
}

const leaveOf = ({ by, asAt }: Source, known: SpokenBy, owned: ReadonlySet<string>): Leave => ({
  isNewest: isNewest(by, asAt, known),
  sets: (group) => maySet(group, by, asAt, known) && !owned.has(owners.get(group) ?? ''),
});

function atAfter(
  said: Said,
  before: AtFacts | null,
  { asAt, isSample }: Source,
  { after }: Spoke,
  { isNewest: newest }: Leave,
): AtFacts {
  const since = before?.leftOn ?? null;
  const leftNow = said.isOut ? (since ?? asAt) : null;
  return {
    ...standingOf(after),
    source: isSample ? 'sample' : 'ofsted',
    isSample,
    withheld: isWithheld(after),
    leftOn: !newest || (since !== null && since > asAt) ? since : leftNow,
  };
}

/** Whether anything that people see of the record itself changed. */
function updateFacts(tx: Tx, id: string, before: Before, facts: Facts, at: AtFacts): boolean {
  const { sourceDigest: _, asAt: __, ...seen } = at;
  const changes = [
    differs(before.service, facts.service),
    differs(before.location, facts.location),
    differs(before.registration, facts.registration),
    differs(before.at, seen),
  ] as const;
  const { serviceId, locationId } = before.at;
  if (changes[0]) tx.update(service).set(facts.service).where(eq(service.id, serviceId)).run();
  if (changes[1]) tx.update(location).set(facts.location).where(eq(location.id, locationId)).run();
  if (changes[2])
    tx.update(registration)
      .set(facts.registration)
      .where(eq(registration.serviceAtLocationId, id))
      .run();
  tx.update(serviceAtLocation).set(at).where(eq(serviceAtLocation.id, id)).run();
  return changes.some(Boolean);
}

function saverOfChildren(tx: Tx, source: Source, inserts: RegistrationInserts) {
  const save = childrenSaver(tx, inserts);
  const saveHomeName = homeNameSaver(tx, source.asAt);
  return (said: Said, leave: Leave, known: SpokenBy, isNew: boolean): boolean => {
    const { id } = said;
    const set = <Fact>(group: Group, fact: Fact | undefined, write: (fact: Fact) => boolean) =>
      fact !== undefined && leave.sets(group) && write(fact);
    const { isNewest: newest } = leave;
    const removes = source.by === 'ofsted' && newest && known.feed === undefined;
    const about = { isNewest: newest, removesUntil: removes ? source.asAt : null };
    const changes = [
      said.inspections !== undefined && save.inspections(id, said.inspections, about, isNew),
      set('contacts', said.contacts, (list) => save.contacts(id, list, isNew)),
      set('conditions', said.conditions, (list) => save.conditions(id, list)),
      set('ageBands', said.ageBands, (list) => save.ageBands(id, list)),
      set('steps', said.steps, (list) => save.steps(id, list)),
      set('homeName', said.homeName, (name) => saveHomeName(id, name)),
    ];
    return changes.includes(true);
  };
}

function outcomeOf(
  before: Pick<AtFacts, 'leftOn'> | null,
  { leftOn }: AtFacts,
  isChanged: boolean,
): Saved {
  if (leftOn !== null && (before?.leftOn ?? null) === null) return 'left';
  if (before === null) return 'added';
  return isChanged ? 'changed' : 'unchanged';
}
