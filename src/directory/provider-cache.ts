import type { Reader } from '#db/open-database.ts';
import type { Provider } from './provider.ts';
import { directoryVersionOf } from './directory-version-store.ts';
import { listProvidersByIds } from './provider-store.ts';

/** Records that are kept read: what many searches in a row show. */
const mostKept = 1000;

/**
 * Keeps what was made from the directory, for each database handle, until the directory changes:
 * a change by another connection is seen at once.
 */
export function keptWhileUnchanged<T>(make: (reader: Reader) => T): (reader: Reader) => T {
  const known = new WeakMap<Reader, { readonly version: number; readonly value: T }>();
  return (reader) => {
    const version = directoryVersionOf(reader);
    const kept = known.get(reader);
    if (kept?.version === version) return kept.value;
    const value = make(reader);
    known.set(reader, { version, value });
    return value;
  };
}

const shelfOf = keptWhileUnchanged(() => new Map<string, Provider>());

/**
 * As `listProvidersByIds`, from memory where they were read since the directory last changed. The
 * longest kept make room for new ones.
 */
export function readProviders(reader: Reader, ids: readonly string[]): readonly Provider[] {
  const shelf = shelfOf(reader);
  const missing = ids.filter((id) => !shelf.has(id));
  if (missing.length > 0) {
    for (const one of listProvidersByIds(reader, missing)) shelf.set(one.id, one);
  }
  const found = ids.flatMap((id) => shelf.get(id) ?? []);
  for (const id of shelf.keys()) {
    if (shelf.size <= mostKept) break;
    shelf.delete(id);
  }
  return found;
}
