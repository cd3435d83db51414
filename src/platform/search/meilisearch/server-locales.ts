/** Our language codes and those by which the server knows the same languages (ISO 639-3). */
const locales: Readonly<Record<string, string>> = {
  ...{ ar: 'ara', bg: 'bul', bn: 'ben', ca: 'cat', cs: 'ces', da: 'dan', de: 'deu', el: 'ell' },
  ...{ en: 'eng', es: 'spa', et: 'est', fa: 'pes', fi: 'fin', fr: 'fra', gu: 'guj', he: 'heb' },
  ...{ hi: 'hin', hr: 'hrv', hu: 'hun', hy: 'hye', id: 'ind', it: 'ita', ja: 'jpn', ka: 'kat' },
  ...{ ko: 'kor', lt: 'lit', lv: 'lav', mr: 'mar', ne: 'nep', nl: 'nld', pa: 'pan', pl: 'pol' },
  ...{ pt: 'por', ro: 'ron', ru: 'rus', sk: 'slk', sl: 'slv', sr: 'srp', sv: 'swe', ta: 'tam' },
  ...{ te: 'tel', th: 'tha', tr: 'tur', uk: 'ukr', ur: 'urd', vi: 'vie', zh: 'zho' },
};

/** The server's codes of these languages; one that it does not know is written in letters alone. */
export const serverLocales = (languages: readonly string[]): string[] =>
  languages.flatMap((code) => locales[code] ?? []);
