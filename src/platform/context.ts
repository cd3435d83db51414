import type { Db } from '#db/open-database.ts';
import type { Clock } from './clock.ts';
import type { KeyRing } from './crypto/key-ring.ts';
import type { Throttle } from './http/throttle.ts';
import type { Catalogue, Words } from './i18n/words.ts';
import type { Ids } from './ids.ts';
import type { Log } from './log.ts';
import type { ProcessMemory } from './process-memory.ts';
import type { LiveSearch } from './search/search-engine.ts';
import type { Settings } from './settings/settings.ts';

/** What the whole process shares; built once, by `src/compose.ts`. */
export type App = {
  readonly settings: Settings;
  readonly db: Db;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly keys: KeyRing;
  readonly log: Log;
  readonly catalogue: Catalogue;
  readonly search: LiveSearch;
  readonly throttle: Throttle;
  readonly memory: ProcessMemory;
};

export const staffRoles = ['broker', 'inclusion', 'manager', 'admin', 'read-only'] as const;
export type StaffRole = (typeof staffRoles)[number];

/** Who is asking. Use cases authorise on this and put it in their queries. */
export type Actor =
  | { readonly kind: 'public' }
  | { readonly kind: 'family'; readonly caseId: string }
  | { readonly kind: 'provider'; readonly enquiryId: string }
  | { readonly kind: 'staff'; readonly id: string; readonly name: string; readonly role: StaffRole }
  | { readonly kind: 'system' };

/** The first argument of every use case: the app, and this request's asker and language. */
export type Ctx = App & { readonly actor: Actor; readonly words: Words };
