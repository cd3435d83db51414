import { readFileSync, statSync } from 'node:fs';
import type { Log } from '../log.ts';
import { readKeyRing, type KeyRing } from './key-ring.ts';

/**
 * The keys of a file, with its encryption keys as they are now: a process that runs while the keys
 * are rotated learns of the new one at its next use. A file that cannot be read any more changes
 * nothing but is logged; the first reading throws.
 */
export function liveKeyRing(file: string, log: Log): KeyRing {
  let stamp = stampOf(file);
  const ring = readKeyRing(readFileSync(file, 'utf8'));
  let { encryption } = ring;
  const look = (): void => {
    const found = stampOf(file);
    if (found === stamp) return;
    stamp = found;
    try {
      encryption = readKeyRing(readFileSync(file, 'utf8')).encryption;
      log.info('keys file read again', { keys: encryption.map(({ id }) => id).join() });
    } catch {
      log.error('keys file changed and is unfit: the keys read before are used on', { file });
    }
  };
  return {
    ...ring,
    get encryption() {
      look();
      return encryption;
    },
  };
}

/** What changes whenever the file is replaced or written; empty when it is not there. */
function stampOf(file: string): string {
  const found = statSync(file, { throwIfNoEntry: false });
  return found ? [found.ino, found.mtimeMs, found.size].join() : '';
}
