import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/** Where a sealed value lives. It opens nowhere else: a value moved to another row is refused. */
export type Place = { readonly table: string; readonly column: string; readonly row: string };

const context = ({ table, column, row }: Place) => Buffer.from(`${table}|${column}|${row}|v1`);

/** AES-256-GCM with a fresh 96-bit nonce: `v1.<nonce>.<ciphertext>.<tag>`, base64url. */
export function seal(key: Buffer, place: Place, text: string): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(context(place));
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return [
    'v1',
    ...[nonce, sealed, cipher.getAuthTag()].map((part) => part.toString('base64url')),
  ].join('.');
}

/** The text that was sealed. Throws when the key, the place or a single bit is not the same. */
export function unseal(key: Buffer, place: Place, sealed: string): string {
  const [version, nonce = '', body = '', tag = ''] = sealed.split('.');
  if (version !== 'v1') throw new Error('This is not a sealed value');
  const bytes = (part: string) => Buffer.from(part, 'base64url');
  const decipher = createDecipheriv('aes-256-gcm', key, bytes(nonce), { authTagLength: 16 })
    .setAAD(context(place))
    .setAuthTag(bytes(tag));
  return Buffer.concat([decipher.update(bytes(body)), decipher.final()]).toString('utf8');
}
