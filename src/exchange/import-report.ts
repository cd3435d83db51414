/** A row that could not be taken, with its line in the file and what is wrong with it. */
export type RefusedRow = {
  readonly line: number;
  /** The URN or postcode in the row, as far as it has one. */
  readonly subject: string;
  readonly reason: string;
};

/** What an import did. `changed` includes those that came back after having left. */
export type ImportReport = {
  readonly kind: 'postcodes' | 'ofsted';
  readonly fileName: string;
  readonly authority: string | null;
  /** ISO day the file speaks for. */
  readonly asAt: string;
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly left: number;
  readonly refusedRows: readonly RefusedRow[];
};

/** The report as a person reads it, a line each; at most 50 refused rows are spelled out. */
export function describeReport(report: ImportReport): readonly string[] {
  const { refusedRows } = report;
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
    `refused   ${refusedRows.length}`,
    ...rows,
    ...(more > 0 ? [`  and ${more} more, kept in the import report`] : []),
  ];
}

/** The day a file speaks for: as given, else the date in its name, else today (all ISO days). */
export const asAtOf = (fileName: string, given: string | undefined, today: string): string =>
  given ?? /\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])/.exec(fileName)?.[0] ?? today;
