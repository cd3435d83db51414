import type { StaffRole } from '#platform/context.ts';
import type { WordKey } from '#platform/i18n/word-keys.ts';

/** What each role is called. */
export const roleWords = {
  broker: 'accounts:role.broker',
  inclusion: 'accounts:role.inclusion',
  manager: 'accounts:role.manager',
  admin: 'accounts:role.admin',
  'read-only': 'accounts:role.readOnly',
} as const satisfies Record<StaffRole, WordKey>;

/** What each role may do, in a line. */
export const roleHints = {
  broker: 'accounts:role.brokerHint',
  inclusion: 'accounts:role.inclusionHint',
  manager: 'accounts:role.managerHint',
  admin: 'accounts:role.adminHint',
  'read-only': 'accounts:role.readOnlyHint',
} as const satisfies Record<StaffRole, WordKey>;
