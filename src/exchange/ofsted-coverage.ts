import { authorityKey } from './authority-names.ts';
import { refuse, taken, type ImportOutcome } from './import-refusal.ts';
import type { Registered } from './leave-store.ts';

/**
 * What a file speaks of: the authorities and the types of provider whose rows it has. A file of
 * childminders alone says nothing of nurseries, and one of Leeds nothing of Trafford.
 */
export function openCoverage(wanted: string | null) {
  const types = new Set<string>();
  const authorities = new Map<string, string>();
  const isWanted = (key: string) => wanted === null || key === authorityKey(wanted);
  return {
    /** Notes a row, and tells whether it is to be taken. */
    see: ({ authority, type }: Pick<Registered, 'authority' | 'type'>): boolean => {
      const key = authorityKey(authority);
      if (!authorities.has(key)) authorities.set(key, authority);
      types.add(type.toLowerCase());
      return isWanted(key);
    },
    has: ({ authority, type }: Registered): boolean => {
      const key = authorityKey(authority);
      return authorities.has(key) && isWanted(key) && types.has(type.toLowerCase());
    },
    /** The name of the wanted authority as the file writes it; null when all are wanted. */
    authority: (): ImportOutcome<string | null> => {
      if (authorities.size === 0) return refuse({ code: 'no-rows' });
      if (wanted === null) return taken(null);
      const found = authorities.get(authorityKey(wanted));
      const present = [...authorities.values()].sort();
      return found === undefined
        ? refuse({ code: 'authority-not-in-file', authority: wanted, present })
        : taken(found);
    },
  };
}
