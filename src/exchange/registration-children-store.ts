import { eq, inArray, sql } from 'drizzle-orm';
import type { Tx } from '#db/open-database.ts';
import { contact } from '#db/schema/directory-offer.ts';
import {
  inspection,
  registeredAgeBand,
  registrationCondition,
  registrationStep,
} from '#db/schema/directory-registration.ts';
import { inspectionsAfter, type InspectionLeave } from './inspections-after.ts';
import type { ContactRow, RegistrationInserts } from './registration-insert-store.ts';
import type { Said, SaidContacts } from './said.ts';
import { telephone } from './telephone.ts';

type Kept = { readonly id: string };

/** Writes what belongs to a registration and tells whether that changed anything. */
export function childrenSaver(tx: Tx, inserts: RegistrationInserts) {
  const read = childrenQueries(tx);
  const replace = replacer(tx);
  return {
    contacts: (id: string, said: SaidContacts, isNew: boolean): boolean => {
      const before = isNew ? [] : read.contacts.all({ id }).filter(isImported(id, said));
      return replace(contact, before, contactsAfter(id, said), inserts.contact);
    },
    inspections: (
      id: string,
      said: NonNullable<Said['inspections']>,
      leave: InspectionLeave,
      isNew: boolean,
    ): boolean => {
      const before = isNew ? [] : read.inspections.all({ id });
      const after = inspectionsAfter(id, said, before, leave);
      return replace(inspection, before, after, inserts.inspection);
    },
    conditions: (id: string, said: NonNullable<Said['conditions']>): boolean => {
      const after = said.map((text, index) => ({ ...own(id, `condition-${index + 1}`), text }));
      return replace(registrationCondition, read.conditions.all({ id }), after, (row) =>
        tx.insert(registrationCondition).values(row).run(),
      );
    },
    ageBands: (id: string, said: NonNullable<Said['ageBands']>): boolean => {
      const after = said.map(({ ages, most, register }, index) => ({
        ...own(id, `ages-${index + 1}`),
        ...{ fromMonths: ages.from, toMonths: ages.to, most, register },
      }));
      return replace(registeredAgeBand, read.ageBands.all({ id }), after, (row) =>
        tx.insert(registeredAgeBand).values(row).run(),
      );
    },
    steps: (id: string, said: NonNullable<Said['steps']>): boolean => {
      const after = said.map((one) => ({ ...own(id, `${one.step}-${one.takenOn}`), ...one }));
      return replace(registrationStep, read.steps.all({ id }), after, (row) =>
        tx.insert(registrationStep).values(row).run(),
      );
    },
  };
}

const own = (id: string, name: string) => ({ id: `${id}-${name}`, serviceAtLocationId: id });

const byId = sql.placeholder('id');
const childrenQueries = (tx: Tx) => ({
  contacts: tx.select().from(contact).where(eq(contact.serviceAtLocationId, byId)).prepare(),
  inspections: tx
    .select()
    .from(inspection)
    .where(eq(inspection.serviceAtLocationId, byId))
    .prepare(),
  conditions: tx
    .select()
    .from(registrationCondition)
    .where(eq(registrationCondition.serviceAtLocationId, byId))
    .prepare(),
  ageBands: tx
    .select()
    .from(registeredAgeBand)
    .where(eq(registeredAgeBand.serviceAtLocationId, byId))
    .prepare(),
  steps: tx
    .select()
    .from(registrationStep)
    .where(eq(registrationStep.serviceAtLocationId, byId))
    .prepare(),
});

type ChildTable =
  | typeof contact
  | typeof inspection
  | typeof registrationCondition
  | typeof registeredAgeBand
  | typeof registrationStep;

const replacer =
  (tx: Tx) =>
  <Row extends Kept>(
    table: ChildTable,
    before: readonly Kept[],
    after: readonly Row[],
    insert: (row: Row) => unknown,
  ): boolean => {
    if (isSame(before, after)) return false;
    const ids = before.map(({ id }) => id);
    if (ids.length > 0) tx.delete(table).where(inArray(table.id, ids)).run();
    after.forEach((row) => insert(row));
    return true;
  };

/** Contacts that an import wrote; others are the council's or the provider's. */
const isImported =
  (id: string, { kinds }: SaidContacts) =>
  (row: ContactRow): boolean =>
    kinds.includes(row.kind) &&
    row.id.startsWith(`${id}-${row.kind === 'phone' ? 'phone' : 'ofsted'}`);

function contactsAfter(id: string, { list }: SaidContacts): readonly ContactRow[] {
  const counts = new Map<string, number>();
  return list.map(({ kind, value }) => {
    const count = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, count);
    const name = `${kind === 'phone' ? '' : 'ofsted-'}${kind}${count === 1 ? '' : `-${count}`}`;
    const shown = kind === 'phone' || kind === 'fax' ? telephone(value) : value;
    return { ...own(id, name), kind, value: shown, label: null, isPublic: true };
  });
}

/** Whether two lists hold the same rows, in any order. */
function isSame(before: readonly Kept[], after: readonly Kept[]): boolean {
  const known = new Map(before.map((row) => [row.id, row]));
  return (
    before.length === after.length && after.every((row) => !differs(known.get(row.id) ?? {}, row))
  );
}

/** Whether any of the new facts is not what it was. */
export const differs = (before: object, after: object): boolean => {
  const known = new Map(Object.entries(before));
  return Object.entries(after).some(
    ([field, value]) =>
      known.get(field) !== value && JSON.stringify(known.get(field)) !== JSON.stringify(value),
  );
};
