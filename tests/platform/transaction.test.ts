import { expect, test } from 'vitest';
import { keyCheck } from '#db/schema/platform.ts';
import type { Tx } from '#db/open-database.ts';
import { failure, success } from '#platform/result.ts';
import { inTransaction } from '#platform/transaction.ts';
import { openTestApp } from '../support/test-app.ts';

const write = (tx: Tx, keyId: string) => {
  tx.insert(keyCheck).values({ keyId, sealed: 'x' }).run();
};
const written = (app: ReturnType<typeof openTestApp>) =>
  app.db
    .select()
    .from(keyCheck)
    .all()
    .map(({ keyId }) => keyId);

test('a transaction that succeeds is kept', () => {
  const app = openTestApp();
  const result = inTransaction(app.db, (tx) => {
    write(tx, 'kept');
    return success(1);
  });
  expect(result).toEqual(success(1));
  expect(written(app)).toEqual(['kept']);
});

test('a failure gives its problem and keeps nothing that was written before it', () => {
  const app = openTestApp();
  const result = inTransaction(app.db, (tx) => {
    write(tx, 'lost');
    return failure('stale-version');
  });
  expect(result).toEqual(failure('stale-version'));
  expect(written(app)).toEqual([]);
});

test('an error keeps nothing and is not swallowed', () => {
  const app = openTestApp();
  const work = (tx: Tx) => {
    write(tx, 'lost');
    throw new Error('a bug');
  };
  expect(() => inTransaction(app.db, work)).toThrow('a bug');
  expect(written(app)).toEqual([]);
});

test('a promise is refused and keeps nothing', () => {
  const app = openTestApp();
  const asynchronous = (tx: Tx): never => {
    write(tx, 'lost');
    return Promise.resolve() as never;
  };
  expect(() => inTransaction(app.db, asynchronous)).toThrow('must not wait');
  expect(written(app)).toEqual([]);
});
