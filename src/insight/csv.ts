/** What a spreadsheet would take for a formula. */
const startsFormula = /^[=+\-@\t\r]/;

/** A cell as text that no spreadsheet runs: quoted, and with an apostrophe where it looks like one. */
function cellText(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const safe =
    startsFormula.test(value.trimStart()) || startsFormula.test(value) ? `'${value}` : value;
  return `"${safe.replaceAll('"', '""')}"`;
}

/** A table as CSV (RFC 4180) with a byte order mark, so that spreadsheets read every script. */
export const csvText = (
  head: readonly string[],
  rows: readonly (readonly (string | number)[])[],
): string => `\ufeff${[head, ...rows].map((row) => row.map(cellText).join(',')).join('\r\n')}\r\n`;
