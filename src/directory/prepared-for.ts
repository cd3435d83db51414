import type { Reader } from '#db/open-database.ts';

/** Prepares a store's statements once for each database handle, and forgets them with the handle. */
export function preparedFor<Statements>(prepare: (reader: Reader) => Statements) {
  const known = new WeakMap<Reader, Statements>();
  return (reader: Reader): Statements => {
    const statements = known.get(reader) ?? prepare(reader);
    known.set(reader, statements);
    return statements;
  };
}
