import { createHmac } from 'node:crypto';
import type { App } from '#platform/context.ts';

const howMany = 10;
/** 32 signs, so that a byte gives each the same chance; without i, l, o and u. */
const signs = '0123456789abcdefghjkmnpqrstvwxyz';

/** Ten codes of 50 random bits, such as `k3m9x-2pqrs`. */
export const newRecoveryCodes = (ids: App['ids']): readonly string[] =>
  Array.from({ length: howMany }, () => {
    const bytes = Buffer.from(ids.token(), 'base64url').subarray(0, 10);
    const code = [...bytes].map((byte) => signs[byte % signs.length]).join('');
    return `${code.slice(0, 5)}-${code.slice(5)}`;
  });

/** What is kept of a code: a hash under a key that is not in the database. */
export const hashRecoveryCode = (keys: App['keys'], accountId: string, code: string): string =>
  createHmac('sha256', keys.staffSessions)
    .update(`recovery|${accountId}|${plainCode(code)}`)
    .digest('base64url');

/** A code as read off paper: capitals, gaps, and an o for a nought do not matter. */
const plainCode = (typed: string): string =>
  typed
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
    .replaceAll('o', '0')
    .replace(/[il]/g, '1');
