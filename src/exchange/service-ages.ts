export const ageExample = 'write it like "0", "9 months", "2 years" or "2 years 6 months"';
const most = 25 * 12 + 11;

/** The months of a first age; null when it cannot be read. */
export const parseAgeFrom = (text: string): number | null => readAge(text)?.months ?? null;

/**
 * The months of a last age: whole years run to the end of the last ("to 4 years" is until the fifth
 * birthday). Null when it cannot be read.
 */
export function parseAgeTo(text: string): number | null {
  const age = readAge(text);
  if (age === null) return null;
  return age.isWholeYears ? age.months + 11 : age.months;
}

function readAge(text: string): { months: number; isWholeYears: boolean } | null {
  if (text === '0') return { months: 0, isWholeYears: false };
  const [, years, months] =
    /^(?:(\d{1,2})\s*(?:years?|yrs?|y))?\s*(?:(\d{1,3})\s*(?:months?|mths?|m))?$/i.exec(text) ?? [];
  if (years === undefined && months === undefined) return null;
  const age = Number(years ?? 0) * 12 + Number(months ?? 0);
  return age > most ? null : { months: age, isWholeYears: months === undefined };
}
