const months = [
  ...['january', 'february', 'march', 'april', 'may', 'june', 'july'],
  ...['august', 'september', 'october', 'november', 'december'],
];
const inFigures = /(?<!\d)(\d{4})-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])(?!\d)/;
const inWords = new RegExp(
  `(?<!\\d)(\\d{1,2})(?:st|nd|rd|th)?[\\s_.-]+(${months.join('|')})[\\s_.-]+(\\d{4})(?!\\d)`,
  'i',
);

/** The first day a file's name or title gives, `2025-12-31` or `31 December 2025`, as an ISO day. */
export function dayIn(text: string): string | null {
  const figures = inFigures.exec(text)?.[0];
  if (figures !== undefined) return figures;
  const [, day, month = '', year] = inWords.exec(text) ?? [];
  if (day === undefined || year === undefined) return null;
  const number = months.indexOf(month.toLowerCase()) + 1;
  return `${year}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}`;
}
