import { eq } from 'drizzle-orm';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Db } from '#db/open-database.ts';
import { keyCheck } from '#db/schema/platform.ts';
import type { Log } from '../log.ts';
import type { Settings } from '../settings/settings.ts';
import type { KeyRing } from './key-ring.ts';
import { liveKeyRing } from './live-key-ring.ts';
import { seal, unseal } from './seal.ts';

/**
 * The installation's keys. A first local run makes a keys file beside the database and says so
 * loudly; a run with `KEYS_FILE` set, or on a database that has used keys before, must find its own.
 * Throws when the file is missing, unfit, or not the one this database was written with.
 */
export function openKeyRing(settings: Settings, db: Db, log: Log): KeyRing {
  const file = settings.keysFile;
  if (!existsSync(file)) {
    const used = db.select().from(keyCheck).all().length > 0;
    if (settings.keysFileIsGiven || used) throw new Error(`The keys file ${file} is missing`);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, newKeysFile(), { mode: 0o600, flag: 'wx' });
    log.warn(
      'A NEW KEYS FILE WAS MADE. Without it nothing families told can be read: back it up, apart from the database.',
      { file },
    );
  }
  const ring = liveKeyRing(file, log);
  const checked = [...ring.encryption, ...purposeKeys(ring)];
  const ids = new Set(checked.map(({ id }) => id));
  const lost = db
    .select()
    .from(keyCheck)
    .all()
    .filter(({ keyId }) => !ids.has(keyId));
  if (lost[0])
    throw new Error(`The keys file lacks key ${lost[0].keyId}, which this database needs`);
  for (const entry of checked) assertSameKey(db, entry);
  return ring;
}

/** The keys of one purpose each, under names that no encryption key can have. */
const purposeKeys = (ring: KeyRing): KeyRing['encryption'] =>
  (['links', 'audit', 'staffSessions', 'index'] as const).map((purpose) => ({
    id: `for:${purpose}`,
    key: ring[purpose],
  }));

/** A fresh keys file: independent random 256-bit keys. */
export function newKeysFile(): string {
  const key = () => randomBytes(32).toString('base64');
  const ring = {
    encryption: [{ id: 'k1', key: key() }],
    links: key(),
    audit: key(),
    staffSessions: key(),
    index: key(),
  };
  return `${JSON.stringify(ring, null, 2)}\n`;
}

function assertSameKey(db: Db, entry: KeyRing['encryption'][number]): void {
  const place = { table: 'key_check', column: 'sealed', row: entry.id };
  const kept = db.select().from(keyCheck).where(eq(keyCheck.keyId, entry.id)).get();
  if (!kept) {
    db.insert(keyCheck)
      .values({ keyId: entry.id, sealed: seal(entry.key, place, entry.id) })
      .run();
    return;
  }
  try {
    unseal(entry.key, place, kept.sealed);
  } catch {
    throw new Error(`Key ${entry.id} is not the one this database was written with`);
  }
}
