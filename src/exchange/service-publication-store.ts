import { eq } from 'drizzle-orm';
import type { Tx } from '#db/open-database.ts';
import { organisation, publication } from '#db/schema/directory.ts';
import type { PublicationRecord } from './service-publication.ts';

type Row = typeof publication.$inferSelect;

/**
 * Brings the publications to these: writes those that differ, and deletes those of the same sources
 * that the file has no more (but for the ids in `unreadable`).
 */
export function savePublications(
  tx: Tx,
  all: readonly PublicationRecord[],
  sources: ReadonlySet<string>,
  unreadable: ReadonlySet<string>,
) {
  const known = new Map(
    tx
      .select()
      .from(publication)
      .all()
      .map((row) => [row.id, row]),
  );
  const counts = { added: 0, changed: 0, unchanged: 0, left: 0 };
  for (const one of all) counts[saveOne(tx, known.get(one.id), one)] += 1;
  const present = new Set(all.map(({ id }) => id));
  for (const { id, source } of known.values()) {
    if (present.has(id) || unreadable.has(id) || !sources.has(source)) continue;
    tx.delete(publication).where(eq(publication.id, id)).run();
    counts.left += 1;
  }
  return counts;
}

function saveOne(
  tx: Tx,
  before: Row | undefined,
  { organisation: body, ...said }: PublicationRecord,
): 'added' | 'changed' | 'unchanged' {
  const row: Row = { ...said, organisationId: body?.id ?? null };
  const { asAt: _day, ...facts } = row;
  const differs = Object.entries(facts).some(
    ([column, value]) =>
      Object.entries(before ?? {}).find(([name]) => name === column)?.[1] !== value,
  );
  if (!differs) {
    tx.update(publication).set({ asAt: row.asAt }).where(eq(publication.id, row.id)).run();
    return 'unchanged';
  }
  if (body !== null) {
    const { source, asAt } = said;
    tx.insert(organisation)
      .values({ ...body, source, asAt })
      .onConflictDoNothing()
      .run();
  }
  tx.insert(publication).values(row).onConflictDoUpdate({ target: publication.id, set: row }).run();
  return before === undefined ? 'added' : 'changed';
}
