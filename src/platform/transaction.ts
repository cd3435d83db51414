import type { Db, Tx } from '#db/open-database.ts';

/** `never` for a promise, so that an async callback does not compile. */
type Synchronous<T> = T extends PromiseLike<unknown> ? never : T;

/**
 * Runs `work` in one immediate transaction: all of it is kept, or (when it throws) none.
 * SQLite's driver is synchronous and commits when the callback returns, so a callback that returns
 * a promise is refused by the compiler and, should a cast slip past it, at run time.
 */
export function inTransaction<T>(db: Db, work: (tx: Tx) => Synchronous<T>): T {
  return db.transaction(
    (tx): T => {
      const value: T = work(tx);
      if (isPromise(value)) throw new Error('A transaction must not wait for a promise');
      return value;
    },
    { behavior: 'immediate' },
  );
}

const isPromise = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'then' in value;
