const APOSTROPHES = /['’‘ʼʹ`´＇]/gu;
/** Latin, Greek and Cyrillic accents; Hebrew points; Arabic vowel signs and tatweel; unseen marks. */
const DROPPED = /[\u0300-\u036f\u0591-\u05c7\u0640\u064b-\u065f\u0670\u06d6-\u06ed\p{Cf}]/gu;
const WORD = /[\p{L}\p{M}\p{N}]+/gu;

/** Letters that Unicode keeps apart and people type for one another. */
const SAME_LETTER: Readonly<Record<string, string>> = {
  ...{ ł: 'l', ø: 'o', đ: 'd', æ: 'ae', œ: 'oe', ς: 'σ' },
  // Arabic and Urdu keyboards give different code points for one letter.
  ...{ ي: 'ی', ى: 'ی', ك: 'ک', ه: 'ہ', ة: 'ہ', ۃ: 'ہ', ە: 'ہ' },
  ...Object.fromEntries([...'٠١٢٣٤٥٦٧٨٩'].map((digit, value) => [digit, `${value}`])),
  ...Object.fromEntries([...'۰۱۲۳۴۵۶۷۸۹'].map((digit, value) => [digit, `${value}`])),
};
const VARIANT = new RegExp(`[${Object.keys(SAME_LETTER).join('')}]`, 'gu');

/**
 * The words of a text in the form in which they are compared: without case, accents, apostrophes or
 * invisible marks, in any script. "St Mary’s Café" gives `st`, `marys`, `cafe`. Text without letters
 * or digits gives none.
 */
export function foldWords(text: string): readonly string[] {
  const folded = text
    .replace(APOSTROPHES, '')
    .normalize('NFKD')
    .replace(DROPPED, '')
    // Upper case first: it makes ß and SS, ı and I the same.
    .toUpperCase()
    .toLowerCase()
    .replace(VARIANT, (letter) => SAME_LETTER[letter] ?? letter);
  return folded.match(WORD) ?? [];
}
