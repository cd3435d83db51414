/** Null for every way Ofsted writes "nothing here": blank, a dash, NULL, or hidden. */
export const valueOf = (cell: string): string | null =>
  cell === '' || cell === '-' || cell.toUpperCase() === 'NULL' || isHidden(cell) ? null : cell;

/** Whether Ofsted holds a value back. */
export const isHidden = (cell: string): boolean => /^(?:redacted|retn|withheld)$/i.test(cell);

/**
 * `31/08/2021`, with or without a time, or an ISO day or moment → `2021-08-31`; null when it is no
 * day of the calendar.
 */
export function isoDayOf(cell: string): string | null {
  const british = /^(\d{2})\/(\d{2})\/(\d{4})(?: \d{2}:\d{2}(?::\d{2})?)?$/.exec(cell);
  if (british) return dayOf(british[3], british[2], british[1]);
  const iso = /^(\d{4})-(\d{2})-(\d{2})(?:[T ].*)?$/.exec(cell);
  return iso && dayOf(iso[1], iso[2], iso[3]);
}

function dayOf(year = '', month = '', day = ''): string | null {
  const most = month === '02' && !isLeap(Number(year)) ? 28 : (daysIn[Number(month)] ?? 0);
  return Number(day) >= 1 && Number(day) <= most ? `${year}-${month}-${day}` : null;
}

const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
const daysIn = [0, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const gradeWords = ['outstanding', 'good', 'requires improvement', 'inadequate'];

/** A grade of the scale from 1, outstanding, to 4, inadequate, in figures or words; else null. */
export function gradeOf(cell: string): number | null {
  if (/^[1-4]$/.test(cell)) return Number(cell);
  const grade = gradeWords.indexOf(cell.toLowerCase()) + 1;
  return grade === 0 ? null : grade;
}

/** `ALTRINCHAM` → `Altrincham`; mixed case is left as it is. */
export const townOf = (town: string | null): string | null =>
  town !== null && town === town.toUpperCase()
    ? town.toLowerCase().replace(/\b\p{L}/gu, (letter) => letter.toUpperCase())
    : town;
