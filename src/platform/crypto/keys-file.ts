import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import { readKeyRing } from './key-ring.ts';

/** The file as it is written; whatever else stands in it is kept. */
const file = z.looseObject({
  encryption: z.array(z.looseObject({ id: z.string(), key: z.string() })),
});

/** Adds a new encryption key at the end, where new cases find it. Gives its id. */
export function addEncryptionKey(path: string): string {
  const kept = read(path);
  const numbers = kept.encryption.map(({ id }) => Number(/^k(\d{1,9})$/.exec(id)?.[1] ?? 0));
  const id = `k${Math.max(...numbers) + 1}`;
  const key = randomBytes(32).toString('base64');
  replace(path, { ...kept, encryption: [...kept.encryption, { id, key }] });
  return id;
}

/** Takes an encryption key out of the file, for good. */
export function removeEncryptionKey(path: string, id: string): void {
  const kept = read(path);
  replace(path, { ...kept, encryption: kept.encryption.filter((entry) => entry.id !== id) });
}

function read(path: string): z.output<typeof file> {
  const text = readFileSync(path, 'utf8');
  readKeyRing(text);
  return file.parse(JSON.parse(text));
}

/** Puts a whole new file in the place of the old: whoever reads, or a crash, finds one of the two. */
function replace(path: string, keys: z.output<typeof file>): void {
  const text = `${JSON.stringify(keys, null, 2)}\n`;
  readKeyRing(text);
  const beside = `${path}.${randomBytes(6).toString('hex')}.new`;
  const made = openSync(beside, 'wx', 0o600);
  writeSync(made, text);
  fsyncSync(made);
  closeSync(made);
  renameSync(beside, path);
  const folder = openSync(dirname(path), 'r');
  fsyncSync(folder);
  closeSync(folder);
}
