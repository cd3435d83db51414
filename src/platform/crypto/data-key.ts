import { randomBytes } from 'node:crypto';
import type { KeyRing } from './key-ring.ts';
import { seal, unseal, type Place } from './seal.ts';

/** The key of one case or draft. It is stored only wrapped by a key of the key ring. */
export type DataKey = { readonly bytes: Buffer };

const place = (owner: string): Place => ({ table: 'data_key', column: 'wrapped_key', row: owner });

/** A new key for `owner` (a case or draft id), and the form in which it is stored. */
export function newDataKey(ring: KeyRing, owner: string): { key: DataKey; wrapped: string } {
  const key = { bytes: randomBytes(32) };
  return { key, wrapped: wrap(newestOf(ring), owner, key) };
}

/** The same key in its stored form, wrapped by the newest key of the ring. */
export const rewrapDataKey = (ring: KeyRing, owner: string, wrapped: string): string =>
  wrap(newestOf(ring), owner, unwrapDataKey(ring, owner, wrapped));

type WrappingKey = KeyRing['encryption'][number];

/** The key that new cases are wrapped with. */
export function newestOf(ring: Pick<KeyRing, 'encryption'>): WrappingKey {
  const newest = ring.encryption.at(-1);
  if (!newest) throw new Error('The key ring is empty');
  return newest;
}

const wrap = (wrapping: WrappingKey, owner: string, { bytes }: DataKey): string =>
  `${wrapping.id}.${seal(wrapping.key, place(owner), bytes.toString('base64'))}`;

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
