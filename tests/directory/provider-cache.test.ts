import { eq } from 'drizzle-orm';
import { expect, onTestFinished, test } from 'vitest';
import { openDatabase, type Db } from '#db/open-database.ts';
import { serviceAtLocation } from '#db/schema/directory.ts';
import { keptWhileUnchanged, readProviders } from '#directory/provider-cache.ts';
import { raiseDirectoryVersion } from '#directory/directory-version-store.ts';
import { listProvidersByIds } from '#directory/provider-store.ts';
import { schoolNames } from '#directory/school-run-store.ts';
import { inTransaction } from '#platform/transaction.ts';
import { insertGeneratedDirectory } from '../support/generated-directory.ts';
import { openTestApp } from '../support/test-app.ts';

function filled(count = 60) {
  const app = openTestApp();
  return { ...app, ...insertGeneratedDirectory(app.db, { count, seed: 3 }) };
}
const hide = (db: Db, id: string) => {
  inTransaction(db, (tx) => {
    tx.update(serviceAtLocation).set({ optedOut: true }).where(eq(serviceAtLocation.id, id)).run();
    raiseDirectoryVersion(tx, 'many');
  });
};

test('records are those of the store, in the order asked for, and read once', () => {
  const { db, ids } = filled();
  const asked = [...ids].reverse().slice(0, 25);
  const first = readProviders(db, asked);
  expect(first).toEqual(listProvidersByIds(db, asked));
  const again = readProviders(db, asked.slice(5, 10));
  again.forEach((one, at) => expect(one).toBe(first[at + 5]));
  expect(readProviders(db, ['nobody', asked[0] ?? ''])).toEqual([first[0]]);
});

test('a change is seen at once, by the same connection and by another', () => {
  const { db, ids, databaseFile } = filled();
  const [own = '', others = ''] = ids;
  const elsewhere = openDatabase(databaseFile);
  onTestFinished(() => void elsewhere.$client.close());
  const shown = () => readProviders(db, [own, others]).map(({ id }) => id);
  expect(shown()).toEqual([own, others]);
  hide(db, own);
  expect(shown()).toEqual([others]);
  hide(elsewhere, others);
  expect(shown()).toEqual([]);
});

test('two databases are not mixed up', () => {
  const [one, other] = [filled(30), openTestApp()];
  const [id = ''] = one.ids;
  expect(readProviders(one.db, [id])).toHaveLength(1);
  expect(readProviders(other.db, [id])).toEqual([]);
});

test('it keeps no more than it should, and still answers with all that was asked for', () => {
  const { db, ids } = filled(2300);
  expect(ids.length).toBeGreaterThan(2100);
  const [first = ''] = ids;
  const [kept] = readProviders(db, [first]);
  expect(readProviders(db, ids)).toHaveLength(ids.length);
  const [later] = readProviders(db, [first]);
  expect(later, 'the longest kept made room').not.toBe(kept);
  expect(later).toEqual(kept);
});

test('what is made from the directory is made again only when that changes', () => {
  const { db, ids } = filled(20);
  let made = 0;
  const count = keptWhileUnchanged(() => (made += 1));
  expect([count(db), count(db)]).toEqual([1, 1]);
  hide(db, ids[0] ?? '');
  expect([count(db), count(db)]).toEqual([2, 2]);
});

test('schools are known by name, in the order of their names', () => {
  const { db } = filled(200);
  const names = schoolNames(db);
  expect(names.get('100001')).toBe('School 1 of St Mary’s');
  expect([...names.values()]).toEqual([...names.values()].toSorted());
});
