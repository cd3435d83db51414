import { createHmac } from 'node:crypto';
import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import type { KeyRing } from './key-ring.ts';

export type ContactKind = 'email' | 'phone';

/**
 * A keyed hash by which a way to reach somebody is found again, and which tells nothing without the
 * key: of an e-mail address in small letters, or of a phone number in international form (a number
 * without a country is British). Null when there is none in the text.
 * @example contactIndex(keys, 'phone', '07700 900123') === contactIndex(keys, 'phone', '+447700900123')
 */
export function contactIndex(
  keys: Pick<KeyRing, 'index'>,
  kind: ContactKind,
  text: string,
): string | null {
  const normal = kind === 'email' ? normalEmail(text) : normalPhone(text);
  if (normal === '') return null;
  return createHmac('sha256', keys.index).update(`${kind}|${normal}`).digest('base64url');
}

const normalEmail = (text: string): string => text.normalize('NFKC').trim().toLowerCase();

const normalPhone = (text: string): string =>
  parsePhoneNumberFromString(text.trim(), 'GB')?.number ?? '';
