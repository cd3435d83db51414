import { randomBytes } from 'node:crypto';
import type { KeyRing } from './key-ring.ts';
import { seal, unseal, type Place } from './seal.ts';

/** The key of one case or draft. It is stored only wrapped by a key of the key ring. */
export type DataKey = { readonly bytes: Buffer };

const place = (owner: string): Place => ({ table: 'data_key', column: 'wrapped_key', row: owner });

/** A new key for `owner` (a case or draft id), and the form in which it is stored. */
export function newDataKey(ring: KeyRing, owner: string): { key: DataKey; wrapped: string } {
  const bytes = randomBytes(32);
  const wrapping = ring.encryption.at(-1);
  if (!wrapping) throw new Error('The key ring is empty');
  const sealed = seal(wrapping.key, place(owner), bytes.toString('base64'));
  return { key: { bytes }, wrapped: `${wrapping.id}.${sealed}` };
}

/** The key of `owner` from its stored form. Throws when no key of the ring opens it. */
export function unwrapDataKey(ring: KeyRing, owner: string, wrapped: string): DataKey {
  const dot = wrapped.indexOf('.');
  const wrapping = ring.encryption.find((entry) => entry.id === wrapped.slice(0, dot));
  if (!wrapping) throw new Error('The key that wrapped this case is not in the keys file');
  return {
    bytes: Buffer.from(unseal(wrapping.key, place(owner), wrapped.slice(dot + 1)), 'base64'),
  };
}

/** Seals a value as JSON for its place. */
export const sealJson = (key: DataKey, where: Place, value: unknown): string =>
  seal(key.bytes, where, JSON.stringify(value));

/** Opens what `sealJson` sealed; the caller parses it. */
export const unsealJson = (key: DataKey, where: Place, sealed: string): unknown =>
  JSON.parse(unseal(key.bytes, where, sealed));
