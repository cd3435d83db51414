/** A row that could not be taken, with its line in the file and what is wrong with it. */
export type RefusedRow = {
  readonly line: number;
  /** The URN or postcode in the row, as far as it has one. */
  readonly subject: string;
  readonly reason: string;
};

/** What an import did. `changed` includes those that came back after having left. */
export type ImportReport = {
  readonly kind: 'postcodes' | 'ofsted' | 'consents' | 'feed' | 'schools' | 'services';
  readonly fileName: string;
  readonly authority: string | null;
  /** ISO day the file speaks for. */
  readonly asAt: string;
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly left: number;
  readonly refusedRows: readonly RefusedRow[];
  /** Rows that are neither taken nor wrong, such as postcodes no longer in use: why → how many. */
  readonly leftOut?: Readonly<Record<string, number>>;
  /** Columns that such files usually have and this one has not. */
  readonly lacks?: readonly string[];
};

/** The report as a person reads it, a line each; at most 50 refused rows are spelled out. */
export function describeReport(report: ImportReport): readonly string[] {
  const { refusedRows, leftOut = {}, lacks = [] } = report;
  const asides = Object.entries(leftOut)
    .filter(([, rows]) => rows > 0)
    .map(([why, rows]) => `left out  ${rows} ${why}`);
  const counts = (['added', 'changed', 'unchanged', 'left'] as const).map(
    (name) => `${name.padEnd(9)} ${report[name]}`,
  );
  const rows = refusedRows
    .slice(0, 50)
    .map(({ line, subject, reason }) => `  line ${line}${subject && ` (${subject})`}: ${reason}`);
  const more = refusedRows.length - rows.length;
  return [
    `${report.fileName}, as at ${report.asAt}`,
    ...counts,
    ...asides,
    `refused   ${refusedRows.length}`,
    ...rows,
    ...(more > 0 ? [`  and ${more} more, kept in the import report`] : []),
    ...(lacks.length > 0 ? [`not in the file, so left as known: ${lacks.join(', ')}`] : []),
  ];
}
