import type { Reader } from '#db/open-database.ts';
import type { KeyRing } from './key-ring.ts';
import { countByKey, wrappedKeyTables } from './wrapped-key-store.ts';

export type KeyUse = {
  readonly id: string;
  readonly isNewest: boolean;
  /** False for a key that rows name and the file does not have. */
  readonly isThere: boolean;
  /** How many rows of each table it wraps; tables with none are left out. */
  readonly rows: Readonly<Record<string, number>>;
};

/** What each encryption key wraps. */
export function keyUses(db: Reader, ring: Pick<KeyRing, 'encryption'>): readonly KeyUse[] {
  const counts = wrappedKeyTables.map((keys) => ({
    name: keys.name,
    byKey: countByKey(db, keys),
  }));
  const there = ring.encryption.map(({ id }) => id);
  const named = counts.flatMap(({ byKey }) => [...byKey.keys()]);
  return [...new Set([...there, ...named])].map((id) => ({
    id,
    isNewest: id === there.at(-1),
    isThere: there.includes(id),
    rows: Object.fromEntries(
      counts.flatMap(({ name, byKey }) => (byKey.has(id) ? [[name, byKey.get(id) ?? 0]] : [])),
    ),
  }));
}
