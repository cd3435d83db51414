import type { WordKey } from '#platform/i18n/word-keys.ts';
import { isKnownPassword } from './known-passwords.ts';

export const shortestPassword = 12;
export const longestPassword = 128;
/** Names this short turn up in any password. */
const shortestName = 4;
const fewestCharacters = 5;

/**
 * What is wrong with a new password, or undefined. `names` are what a stranger would try first: the
 * e-mail address, the person, the service, the council. No rule asks for kinds of characters.
 */
export function passwordProblem(password: string, names: readonly string[]): WordKey | undefined {
  const length = [...password].length;
  if (length === 0) return 'accounts:password.missing';
  if (length < shortestPassword) return 'accounts:password.short';
  if (length > longestPassword) return 'accounts:password.long';
  const plain = password.toLowerCase();
  const squeezed = squeeze(plain);
  const telling = names.map(squeeze).filter((name) => name.length >= shortestName);
  if (telling.some((name) => squeezed.includes(name))) return 'accounts:password.name';
  if (isCommon(plain)) return 'accounts:password.common';
  return undefined;
}

/** Letters and digits alone, so that a dot or a gap hides no name. */
const squeeze = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** A common word with trimmings, the keyboard in a row, or a few characters over and over. */
function isCommon(plain: string): boolean {
  const letters = unswapped(plain).replace(/[^a-z]/g, '');
  const bare = plain.replace(/[^a-z]/g, '');
  return (
    [plain, bare, letters].some(isKnownPassword) ||
    new Set(plain).size < fewestCharacters ||
    isRun(plain)
  );
}

const swaps: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
};

/** `p4ssw0rd` as `password`, leaving what trails it, such as a year. */
const unswapped = (plain: string): string =>
  plain.replace(/[\d!.?*#]+$/, '').replace(/[0134575@$!]/g, (sign) => swaps[sign] ?? sign);

const rows = [
  '01234567890123456789',
  '1234567890qwertyuiopasdfghjklzxcvbnm',
  'abcdefghijklmnopqrstuvwxyz',
];

/** Whether most of it is one stretch of the alphabet, the numbers or the keyboard. */
function isRun(plain: string): boolean {
  const stretch = Math.ceil(plain.length * 0.75);
  const parts = Array.from({ length: plain.length - stretch + 1 }, (_, at) =>
    plain.slice(at, at + stretch),
  );
  return parts.some((part) =>
    rows.some((row) => row.includes(part) || backwards(row).includes(part)),
  );
}

const backwards = (text: string): string => [...text].reverse().join('');
