import type { Language } from './languages.ts';

/** How a text is written for those who test the site. Gaps such as `{{name}}` stay as they are. */
export type Disguise = (text: string) => string;

type PseudoLanguage = Language & { readonly disguise: Disguise };

/**
 * English in disguise, for development and tests, when `LANGUAGES` names it: `en-XA` is accented,
 * bracketed and 40 % longer, so that what is cut off or does not come from the catalogue shows;
 * `en-XB` runs from right to left.
 */
export const pseudoLanguages: readonly PseudoLanguage[] = [
  { ...pseudo('en-XA', 'Accented', 'ltr'), disguise: accented },
  { ...pseudo('en-XB', 'Mirrored', 'rtl'), disguise: mirrored },
];

/** Whether a language is one that no family is offered and no search engine shown. */
export const isPseudo = (code: string): boolean =>
  pseudoLanguages.some((language) => language.code === code);

/** What a language does to English; nothing, when it is a real one. */
export const disguiseOf = (code: string): Disguise =>
  pseudoLanguages.find((language) => language.code === code)?.disguise ?? ((text) => text);

function pseudo(code: string, endonym: string, dir: Language['dir']): Language {
  return { code, endonym, dir, format: 'en-GB', reviewedOn: null };
}

const accents: Readonly<Record<string, string>> = Object.fromEntries(
  ['aå', 'cç', 'dð', 'eé', 'gĝ', 'hĥ', 'iî', 'jĵ', 'kķ', 'lļ', 'nñ', 'oö', 'pþ', 'rŕ', 'sš']
    .concat(['tţ', 'uû', 'wŵ', 'yý', 'zž', 'AÅ', 'BƁ', 'CÇ', 'DÐ', 'EÉ', 'FƑ', 'GĜ', 'HĤ', 'IÎ'])
    .concat(['KĶ', 'LĻ', 'NÑ', 'OÖ', 'PÞ', 'RŔ', 'SŠ', 'TŢ', 'UÛ', 'WŴ', 'YÝ', 'ZŽ'])
    .map(([plain = '', accent = '']) => [plain, accent]),
);

const gap = /(\{\{\w+\}\})/;
const isGap = (part: string): boolean => gap.test(part);

/** @example accented('Hello {{name}}') // => '[Ĥééļļöö {{name}}]' */
function accented(text: string): string {
  const [, before = '', inside = '', after = ''] = /^(\s*)(.*?)(\s*)$/s.exec(text) ?? [];
  const parts = inside.split(gap);
  let owed = Math.ceil(parts.filter((part) => !isGap(part)).join('').length * 0.4);
  const write = (letter: string): string => {
    const accent = accents[letter] ?? letter;
    if (owed === 0 || !/[aeiou]/.test(letter)) return accent;
    owed -= 1;
    return accent + accent;
  };
  const written = parts.map((part) => (isGap(part) ? part : [...part].map(write).join('')));
  const filling = '~~~~~ '.repeat(owed).slice(0, owed);
  return `${before}[${written.join('')}${filling}]${after}`;
}

/** Each word between a right-to-left mark, an override and their ends. */
function mirrored(text: string): string {
  return text
    .split(/(\s+|\{\{\w+\}\})/)
    .map((part) => (part.trim() === '' || isGap(part) ? part : `\u200f\u202e${part}\u202c\u200f`))
    .join('');
}
