import { createHmac, timingSafeEqual } from 'node:crypto';
import type { KeyRing } from '../crypto/key-ring.ts';

/** How long a code lasts, and how often it may be mistyped. */
export const codeMinutes = 10;
export const codeTries = 5;

const digestOf = (keys: Pick<KeyRing, 'links'>, text: string): Buffer =>
  createHmac('sha256', keys.links).update(text).digest();

/**
 * The six digits of a code, derived from its id with a key that is not in the database: a message
 * about it holds the id alone, and can be written again after a crash.
 */
export const accessCode = (keys: Pick<KeyRing, 'links'>, id: string): string =>
  String(digestOf(keys, `code|${id}`).readUIntBE(0, 6) % 1_000_000).padStart(6, '0');

/** What is kept of a code. Six digits are soon tried through, so it is keyed. */
export const hashCode = (keys: Pick<KeyRing, 'links'>, id: string, code: string): string =>
  digestOf(keys, `code-check|${id}|${code}`).toString('base64url');

/** Whether a code is the one that was kept, in the same time whether it is or not. */
export const isCode = (
  keys: Pick<KeyRing, 'links'>,
  kept: { readonly id: string; readonly codeHash: string },
  code: string,
): boolean => {
  const typed = Buffer.from(hashCode(keys, kept.id, code));
  const known = Buffer.from(kept.codeHash);
  return typed.length === known.length && timingSafeEqual(typed, known);
};
