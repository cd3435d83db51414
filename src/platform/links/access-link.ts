import { createHash, createHmac } from 'node:crypto';
import type { KeyRing } from '../crypto/key-ring.ts';

/** What a link opens: a family's request, a provider's question, or a staff account. */
export type LinkPurpose = 'track' | 'answer' | 'join';

/**
 * The secret in a link, derived from the link's id with a key that is not in the database: nothing
 * at rest opens anything, and a message can be sent again after a crash with the same link.
 */
export const linkToken = (keys: KeyRing, linkId: string): string =>
  createHmac('sha256', keys.links).update(`link|${linkId}`).digest('base64url');

export const hashToken = (token: string): string =>
  createHash('sha256').update(token).digest('base64url');

export const addHours = (at: Date, hours: number): Date =>
  new Date(at.getTime() + hours * 3_600_000);
