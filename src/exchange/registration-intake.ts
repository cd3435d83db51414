import type { Tx } from '#db/open-database.ts';
import { refuse, taken, type ImportOutcome } from './import-refusal.ts';
import { finishImport, type ImportCtx } from './import-report-store.ts';
import type { ImportReport, RefusedRow } from './import-report.ts';
import { markLeft, markSampleLeft, type Registered } from './leave-store.ts';
import { dropIdlePersons, organisationSaver } from './organisation-store.ts';
import { placeProviders } from './place-store.ts';
import { registrationInserts } from './registration-insert-store.ts';
import { registrationSaver } from './registration-save-store.ts';
import type { Saved, Source } from './registration-write-store.ts';
import type { RegisteredPerson, Said } from './said.ts';

type Facts = Pick<ImportReport, 'kind' | 'fileName' | 'authority' | 'asAt' | 'lacks' | 'leftOut'>;

/**
 * Takes what one file says, registration by registration, inside a transaction, and in `close` marks
 * what is gone, puts the places where they are and keeps the report. A file of which everything was
 * said before, for a later day, is refused.
 */
export function openIntake(tx: Tx, ctx: ImportCtx, source: Source) {
  const counts: Record<Saved, number> = {
    ...{ added: 0, changed: 0, unchanged: 0, left: 0, superseded: 0 },
  };
  const refusedRows: RefusedRow[] = [];
  const present = new Set<string>();
  const save = registrationSaver(tx, source);
  const saveOrganisation = organisationSaver(tx, registrationInserts(tx), source.asAt);
  return {
    /** Whether an id was in the file before. */
    has: (id: string): boolean => present.has(id),
    /** Notes that an id is in the file, whether or not its row can be read. */
    keep: (id: string): void => void present.add(id),
    take: (said: Said): void => {
      present.add(said.id);
      counts[save(said)] += 1;
    },
    /** A body that has no place of its own. */
    takeOrganisation: (body: RegisteredPerson): void => {
      counts[saveOrganisation(body)] += 1;
    },
    refuse: (row: RefusedRow): void => void refusedRows.push(row),
    close: (facts: Facts, isCovered: (one: Registered) => boolean): ImportOutcome<ImportReport> => {
      const { added, changed, superseded } = counts;
      if (superseded > 0 && superseded === sum(counts)) return refuse(olderThanKnown(facts));
      const left =
        counts.left + markLeft(tx, source, (one) => !present.has(one.id) && isCovered(one));
      const sampleLeft = source.isSample ? 0 : markSampleLeft(tx, source.asAt);
      const dropped = added + changed + left > 0 ? dropIdlePersons(tx) : 0;
      const moved = placeProviders(tx);
      const unchanged = counts.unchanged + superseded;
      const report = { ...facts, added, changed, unchanged, left: left + sampleLeft, refusedRows };
      finishImport(tx, ctx, report, added + changed + report.left + dropped + moved > 0);
      return taken(report);
    },
  };
}
export type Intake = ReturnType<typeof openIntake>;

const sum = (counts: Readonly<Record<string, number>>): number =>
  Object.values(counts).reduce((total, count) => total + count, 0);

const olderThanKnown = ({ asAt }: Facts) =>
  ({ code: 'older-than-known', asAt, known: 'a later one of the same kind' }) as const;
