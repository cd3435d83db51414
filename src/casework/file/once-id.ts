import { createHmac } from 'node:crypto';
import type { DataKey } from '#platform/crypto/data-key.ts';

/**
 * The id of what one form brings to a case: the same form with the same words has the same id, so
 * that a double click adds it once. Made with the case's own key, it tells nothing of the words.
 */
export const onceId = (
  { id, key }: { readonly id: string; readonly key: DataKey },
  kind: 'note' | 'call' | 'task' | 'contact',
  parts: readonly string[],
): string =>
  createHmac('sha256', key.bytes)
    .update(JSON.stringify([kind, id, ...parts]))
    .digest('base64url');
