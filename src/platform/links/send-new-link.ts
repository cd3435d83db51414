import type { App } from '../context.ts';
import { enqueueMessage, wasQueuedSince, type MessageKind } from '../outbox/enqueue-message.ts';
import { inTransaction } from '../transaction.ts';
import { addHours, type LinkPurpose } from './access-link.ts';
import { issueLink } from './issue-link.ts';
import { subjectOfLink } from './open-link.ts';

/**
 * Sends a fresh link, to the address on file, for what a used or old link was for; at most one an
 * hour. The caller learns nothing about whether there is such a link.
 */
export function sendNewLink(
  app: App,
  token: string,
  link: { readonly purpose: LinkPurpose; readonly kind: MessageKind; readonly hours: number },
): void {
  inTransaction(app.db, (tx) => {
    const subjectId = subjectOfLink(tx, link.purpose, token);
    if (subjectId === undefined) return null;
    const { purpose, kind, hours } = link;
    if (wasQueuedSince(tx, kind, subjectId, addHours(app.clock.now(), -1))) return null;
    const linkId = issueLink(tx, app, { purpose, subjectId, hours });
    enqueueMessage(tx, app, { kind, subjectId, linkId, dedupeKey: `${kind}:${linkId}` });
    return null;
  });
}
