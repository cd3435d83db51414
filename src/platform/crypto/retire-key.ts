import type { Reader } from '#db/open-database.ts';
import type { App } from '../context.ts';
import { inTransaction } from '../transaction.ts';
import { removeEncryptionKey } from './keys-file.ts';
import { keyUses } from './key-uses.ts';
import { forgetKeyCheck } from './wrapped-key-store.ts';

export type Retired = 'retired' | 'unknown' | 'newest' | 'in-use';

/**
 * Takes an encryption key out of the keys file once nothing is wrapped by it. Copies of the database
 * from before the last rotation then open no more, unless the key is kept with them.
 */
export function retireKey(app: Pick<App, 'db' | 'keys' | 'settings'>, id: string): Retired {
  // First the check goes: a site that starts makes a missing one anew, but misses a key it has one for.
  const forgotten = inTransaction(app.db, (tx) => {
    const may = mayRetire(tx, app, id);
    if (may === 'retired') forgetKeyCheck(tx, id);
    return may;
  });
  if (forgotten !== 'retired') return forgotten;
  // Nobody writes to the database while the key goes.
  return inTransaction(app.db, (tx) => {
    const may = mayRetire(tx, app, id);
    if (may === 'retired') removeEncryptionKey(app.settings.keysFile, id);
    return may;
  });
}

function mayRetire(db: Reader, { keys }: Pick<App, 'keys'>, id: string): Retired {
  const use = keyUses(db, keys).find((found) => found.id === id);
  if (!use?.isThere) return 'unknown';
  if (use.isNewest) return 'newest';
  return Object.keys(use.rows).length > 0 ? 'in-use' : 'retired';
}
