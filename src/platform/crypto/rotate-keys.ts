import type { App } from '../context.ts';
import { inTransaction } from '../transaction.ts';
import { newestOf, rewrapDataKey } from './data-key.ts';
import { addEncryptionKey } from './keys-file.ts';
import { replaceWrapped, rowsWrappedOtherwise, wrappedKeyTables } from './wrapped-key-store.ts';

type Rotating = Pick<App, 'db' | 'keys' | 'settings'>;
const batch = 200;

export type Rotation = {
  /** The key that wraps everything now. */
  readonly keyId: string;
  /** False when an earlier rotation had been cut short: it was finished, with the key it had made. */
  readonly isNew: boolean;
  readonly rewrapped: number;
};

/**
 * Makes a new encryption key and wraps with it the key of every case, draft and report, in small
 * transactions beside a running site. Cut short at any moment nothing is lost: both keys are in the
 * file, and the next rotation finishes this one. `tell` hears how many are done.
 */
export function rotateKeys(
  app: Rotating,
  tell: (done: number) => void = () => undefined,
): Rotation {
  const isNew = isWrappedBy(app, newestOf(app.keys).id);
  if (isNew) inTransaction(app.db, () => addEncryptionKey(app.settings.keysFile));
  const keyId = newestOf(app.keys).id;
  let rewrapped = 0;
  for (const keys of wrappedKeyTables) {
    let after = '';
    for (;;) {
      const done = rewrapBatch(app, keys, keyId, after);
      if (done.length === 0) break;
      after = done.at(-1) ?? after;
      tell((rewrapped += done.length));
    }
  }
  return { keyId, isNew, rewrapped };
}

/** Whether nothing is wrapped by any other key. */
const isWrappedBy = (app: Rotating, id: string): boolean =>
  wrappedKeyTables.every((keys) => rowsWrappedOtherwise(app.db, keys, id, '', 1).length === 0);

/** Wraps the next rows of a table again; gives their ids. */
function rewrapBatch(
  app: Rotating,
  keys: (typeof wrappedKeyTables)[number],
  keyId: string,
  after: string,
): readonly string[] {
  return inTransaction(app.db, (tx) => {
    const rows = rowsWrappedOtherwise(tx, keys, keyId, after, batch);
    for (const row of rows) {
      replaceWrapped(tx, keys, row, rewrapDataKey(app.keys, row.owner, row.wrapped));
    }
    return rows.map(({ owner }) => owner);
  });
}
