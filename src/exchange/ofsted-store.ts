import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Tx } from '#db/open-database.ts';
import { inspection, provider, providerFieldSource } from '#db/schema/directory.ts';
import type { Registration } from './ofsted-row.ts';

type ProviderRow = typeof provider.$inferSelect;
type InspectionRow = typeof inspection.$inferInsert;
type FieldGroup = (typeof providerFieldSource.$inferSelect)['fieldGroup'];

/** Which facts of a registration someone nearer to the place may take over from Ofsted. */
const columnsOf: Readonly<Record<FieldGroup, readonly (keyof Registration)[]>> = {
  name: ['name'],
  address: ['addressLine1', 'addressLine2', 'addressLine3', 'town', 'postcode', 'outwardPostcode'],
  contact: ['phone'],
  places: ['places'],
};

export type Source = { readonly source: string; readonly asAt: string; readonly isSample: boolean };

/** What is known before an import, so that each row needs no query of its own. */
export function loadKnown(tx: Tx) {
  const providers = new Map(
    tx
      .select()
      .from(provider)
      .all()
      .map((row) => [row.id, row]),
  );
  const inspections = Map.groupBy(
    tx.select().from(inspection).all(),
    ({ providerId }) => providerId,
  );
  const takenOver = Map.groupBy(
    tx.select().from(providerFieldSource).all(),
    ({ providerId }) => providerId,
  );
  return {
    provider: (id: string): ProviderRow | undefined => providers.get(id),
    inspections: (id: string): readonly InspectionRow[] => inspections.get(id) ?? [],
    /** Facts that are not Ofsted's to change. */
    keptFields: (id: string): ReadonlySet<string> =>
      new Set((takenOver.get(id) ?? []).flatMap(({ fieldGroup }) => columnsOf[fieldGroup])),
  };
}
export type Known = ReturnType<typeof loadKnown>;

/** Writes one registration if it differs from what is known, and says what that came to. */
export function saveRegistration(
  tx: Tx,
  known: Known,
  { inspections, ...facts }: Registration,
  from: Source,
): 'added' | 'changed' | 'unchanged' {
  const before = known.provider(facts.id);
  const rows = inspections.map((one): InspectionRow => ({
    ...one,
    id: inspectionId(facts.id, one),
    providerId: facts.id,
  }));
  if (!before) {
    tx.insert(provider)
      .values({ ...facts, ...from })
      .run();
    replaceInspections(tx, facts.id, rows);
    return 'added';
  }
  const kept = known.keptFields(facts.id);
  const news = Object.fromEntries(Object.entries(facts).filter(([field]) => !kept.has(field)));
  const factsDiffer = before.leftOn !== null || differs(before, news);
  const inspectionsDiffer = !sameRows(known.inspections(facts.id), rows);
  if (factsDiffer)
    tx.update(provider)
      .set({ ...news, leftOn: null })
      .where(eq(provider.id, facts.id))
      .run();
  if (inspectionsDiffer) replaceInspections(tx, facts.id, rows);
  return factsDiffer || inspectionsDiffer ? 'changed' : 'unchanged';
}

/** Marks as left what the file no longer has, and says how many; their rows stay. */
export function markLeft(
  tx: Tx,
  present: ReadonlySet<string>,
  from: Source,
  authority: string,
): number {
  const current = tx
    .select({ id: provider.id })
    .from(provider)
    .where(
      and(
        eq(provider.source, from.source),
        eq(provider.authority, authority),
        isNull(provider.leftOn),
      ),
    )
    .all();
  const gone = current.filter(({ id }) => !present.has(id));
  for (const { id } of gone)
    tx.update(provider).set({ leftOn: from.asAt }).where(eq(provider.id, id)).run();
  return gone.length;
}

/** The invented places go once real ones come; says how many. */
export const markSampleLeft = (tx: Tx, asAt: string): number =>
  tx
    .update(provider)
    .set({ leftOn: asAt })
    .where(and(eq(provider.isSample, true), isNull(provider.leftOn)))
    .run().changes;

/** Every current row of the area speaks for the file's day; says how many that moved. */
export const moveAsAt = (tx: Tx, from: Source, authority: string): number =>
  tx
    .update(provider)
    .set({ asAt: from.asAt })
    .where(
      and(
        eq(provider.source, from.source),
        eq(provider.authority, authority),
        isNull(provider.leftOn),
        sql`${provider.asAt} <> ${from.asAt}`,
      ),
    )
    .run().changes;

const inspectionId = (id: string, one: Registration['inspections'][number]): string =>
  `${id}-${one.framework}-${one.number ?? one.inspectedOn}`;

function replaceInspections(tx: Tx, providerId: string, rows: readonly InspectionRow[]): void {
  tx.delete(inspection).where(eq(inspection.providerId, providerId)).run();
  if (rows.length > 0)
    tx.insert(inspection)
      .values([...rows])
      .run();
}

const differs = (
  before: Readonly<Record<string, unknown>>,
  news: Readonly<Record<string, unknown>>,
) => Object.entries(news).some(([field, value]) => before[field] !== value);

function sameRows(before: readonly InspectionRow[], after: readonly InspectionRow[]): boolean {
  const known = new Map(before.map((row) => [row.id, row]));
  return (
    before.length === after.length &&
    after.every((row) => {
      const one = known.get(row.id);
      return one !== undefined && !differs(one, row);
    })
  );
}
