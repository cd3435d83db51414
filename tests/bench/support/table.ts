export type Row = readonly (string | number)[];

/** Prints one table of the bench: what was measured, against what, and its target. */
export function printTable(title: string, columns: readonly string[], rows: readonly Row[]): void {
  const lines = [columns, ...rows].map((row) => row.map(String));
  const widths = columns.map((_, at) => Math.max(...lines.map((line) => line[at]?.length ?? 0)));
  const fit = (cell: string, at: number): string => {
    const width = widths[at] ?? 0;
    return at === 0 ? cell.padEnd(width) : cell.padStart(width);
  };
  const written = lines.map((line) => line.map(fit));
  const [head = [], ...body] = written.map((line) => `| ${line.join(' | ')} |`);
  const rule = `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`;
  process.stdout.write(`\n${[title, '', head, rule, ...body].join('\n')}\n`);
}

/** The value below which this share of them lies. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);

export const milliseconds = (value: number): string =>
  value < 10 ? `${value.toFixed(value < 1 ? 3 : 2)} ms` : `${Math.round(value)} ms`;
export const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;
export const times = (ratio: number): string => `${ratio.toFixed(ratio < 10 ? 2 : 0)} ×`;
