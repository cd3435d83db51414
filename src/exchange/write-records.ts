import type { Tx } from '#db/open-database.ts';
import { placeProviders } from './place-store.ts';
import type { RowWriter } from './row-writer-store.ts';
import { loadKnownRecords, type KnownRecord } from './service-known-store.ts';
import { dropOrphans, markRecordsLeft, moveRecordsTo, saveRecord } from './service-record-store.ts';
import type { ServiceRecord } from './service-record.ts';

export type Coverage = {
  /** ISO day. */
  readonly asAt: string;
  readonly isSample: boolean;
  /** Whether the file would have this record if it were still there. */
  readonly covers: (record: KnownRecord) => boolean;
  /** Whether the file has this record, but in a row that could not be read. */
  readonly unreadable: (record: KnownRecord) => boolean;
};

/**
 * Brings the directory to these records: writes those that differ, marks as left those that the file
 * covers and has no more, and puts each where its postcode is.
 */
export function writeRecords(
  tx: Tx,
  write: RowWriter,
  records: readonly ServiceRecord[],
  coverage: Coverage,
) {
  const known = loadKnownRecords(tx);
  const counts = { added: 0, changed: 0, unchanged: 0 };
  for (const record of records) counts[saveRecord(write, known, record)] += 1;
  const { asAt, isSample, covers, unreadable } = coverage;
  const present = new Set(records.map(({ id }) => id));
  const isGone = (record: KnownRecord) =>
    record.leftOn === null && !present.has(record.id) && covers(record) && !unreadable(record);
  const isReplacedSample = ({ id, isSample: was, leftOn }: KnownRecord) =>
    !isSample && was && leftOn === null && !present.has(id);
  const gone = known.records.filter((record) => isGone(record) || isReplacedSample(record));
  const left = markRecordsLeft(
    tx,
    gone.map(({ id }) => id),
    asAt,
  );
  const changes = counts.added + counts.changed + left;
  if (changes > 0) dropOrphans(tx);
  const days = Map.groupBy(records, (record) => record.asAt);
  let moved = placeProviders(tx);
  for (const [day, some] of days)
    moved += moveRecordsTo(
      tx,
      some.map(({ id }) => id),
      day,
    );
  return { ...counts, left, wrote: changes + moved > 0 };
}
