import parsePhone from 'libphonenumber-js/min';

/** A British number as people read it: `01619123456` → `0161 912 3456`; others as they stand. */
export function telephone(text: string): string {
  const number = parsePhone(text, 'GB');
  return number?.country === 'GB' && number.isPossible() ? number.formatNational() : text;
}
