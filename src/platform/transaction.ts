import type { Db, Tx } from '#db/open-database.ts';

/** `never` for a promise, so that an async callback does not compile. */
type Synchronous<T> = T extends PromiseLike<unknown> ? never : T;

/** Ends a transaction whose work came to nothing; never leaves this file. */
class Undone extends Error {}

/**
 * Runs `work` in one immediate transaction: all of it is kept, or none when it throws or its value is
 * a failure (`{ ok: false }`). SQLite's driver is synchronous and commits when the callback returns,
 * so a callback that returns a promise is refused by the compiler and, should a cast slip past it, at
 * run time.
 */
export function inTransaction<T>(db: Db, work: (tx: Tx) => Synchronous<T>): T {
  let failed: { readonly value: T } | undefined;
  const attempt = (tx: Tx): T => {
    const value: T = work(tx);
    if (isPromise(value)) throw new Error('A transaction must not wait for a promise');
    if (!isFailure(value)) return value;
    failed = { value };
    throw new Undone();
  };
  try {
    return db.transaction(attempt, { behavior: 'immediate' });
  } catch (error) {
    if (error instanceof Undone && failed !== undefined) return failed.value;
    throw error;
  }
}

const isPromise = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'then' in value;

const isFailure = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'ok' in value && value.ok === false;
