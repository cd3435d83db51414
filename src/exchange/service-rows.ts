import type { RefusedRow } from './import-report.ts';
import { slugOf } from './service-cells.ts';
import type { Row } from './service-file.ts';
import { isPublication, readPublication, type PublicationRecord } from './service-publication.ts';
import type { ServiceRecord } from './service-record.ts';
import { readService, sourceOf, type RowWorld } from './service-row.ts';

export type Services = {
  readonly records: readonly ServiceRecord[];
  readonly publications: readonly PublicationRecord[];
  readonly refusedRows: readonly RefusedRow[];
  /** Who the file speaks for. */
  readonly sources: ReadonlySet<string>;
  /** Services and publications of which a row was refused. */
  readonly unreadable: ReadonlySet<string>;
};

/** Reads the rows of a file: those without a mistake, and what is wrong with the others. */
export function readServices(rows: readonly Row[], world: RowWorld): Services {
  const records = new Map<string, ServiceRecord>();
  const publications = new Map<string, PublicationRecord>();
  const refusedRows: RefusedRow[] = [];
  const unreadable = new Set<string>();
  for (const row of rows) {
    const problems = [...row.conflicts, ...take(row, world, records, publications)];
    if (problems.length === 0) continue;
    const subject = row.cell('service_id');
    refusedRows.push({ line: row.line, subject, reason: problems.join('; ') });
    if (subject !== '') unreadable.add(slugOf(subject));
  }
  return {
    records: withFreedom([...records.values()], rows),
    publications: [...publications.values()],
    ...{ refusedRows, unreadable },
    sources: new Set(rows.map(({ cell }) => sourceOf(cell))),
  };
}

/** Adds a row to what it is one of, or says what is wrong with it. */
function take(
  row: Row,
  world: RowWorld,
  records: Map<string, ServiceRecord>,
  publications: Map<string, PublicationRecord>,
): readonly string[] {
  if (isPublication(row)) {
    const read = readPublication(row, world);
    if (!read.ok) return read.problems;
    return add(publications, read.publication, row, 'service_id: another publication has it');
  }
  const read = readService(row, world);
  if (!read.ok) return read.problems;
  return add(
    records,
    read.record,
    row,
    'service_id: an earlier row has this service at this place',
  );
}

function add<One extends { readonly id: string }>(
  all: Map<string, One>,
  one: One,
  { conflicts }: Row,
  twice: string,
): readonly string[] {
  if (all.has(one.id)) return [twice];
  if (conflicts.length === 0) all.set(one.id, one);
  return [];
}

/** A service is free when it is free wherever it takes place. */
function withFreedom(
  records: readonly ServiceRecord[],
  rows: readonly Row[],
): readonly ServiceRecord[] {
  const byService = Map.groupBy(rows, ({ cell }) => slugOf(cell('service_id')));
  return records.map((record) => {
    const costs = (byService.get(record.service.id) ?? []).map(({ cell }) => cell('cost'));
    const isFree = costs.every((cost) => /^free\.?$/i.test(cost));
    const isPaid = costs.some((cost) => /[1-9]/.test(cost));
    return {
      ...record,
      service: { ...record.service, isFree: isFree ? true : isPaid ? false : null },
    };
  });
}
