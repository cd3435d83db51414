import type { Tx } from '#db/open-database.ts';
import type { Ctx } from '#platform/context.ts';
import { contactIndex } from '#platform/crypto/blind-index.ts';
import { accessCode, codeMinutes, codeTries, hashCode } from '#platform/links/access-code.ts';
import { addHours, hashToken } from '#platform/links/access-link.ts';
import { enqueueMessage } from '#platform/outbox/enqueue-message.ts';
import { inTransaction } from '#platform/transaction.ts';
import { countCodesSince, insertCode } from './access-code-store.ts';
import { findContactIndexes } from './case-contact-store.ts';
import type { FindRequest } from './find-request.form.ts';

/** How many codes one request is sent, and in how many hours. */
const mostCodes = 5;
export const codeCountedHours = 1;

/**
 * Sends a code to the family of a request, if the contact is on it, and gives the secret for the
 * cookie of the browser that asked. Whoever guesses gets the same: a secret, a row and a message,
 * which then has nobody to go to. So neither the answer nor its time tells what exists.
 */
export function findRequest(ctx: Ctx, asked: FindRequest): string {
  const token = ctx.ids.token();
  const id = hashToken(token);
  inTransaction(ctx.db, (tx) => {
    const caseId = caseOf(tx, ctx, asked);
    const now = ctx.clock.now();
    insertCode(tx, {
      tokenHash: id,
      caseId,
      codeHash: hashCode(ctx.keys, id, accessCode(ctx.keys, id)),
      triesLeft: codeTries,
      createdAt: now.toISOString(),
      expiresAt: addHours(now, codeMinutes / 60).toISOString(),
    });
    enqueueMessage(tx, ctx, {
      kind: 'access-code',
      subjectId: caseId ?? ctx.ids.id(),
      linkId: id,
      dedupeKey: `access-code:${id}`,
    });
    return null;
  });
  return token;
}

/** The case that the reference and the contact belong to, unless too many codes went to it. */
function caseOf(tx: Tx, ctx: Ctx, { reference, contact }: FindRequest): string | null {
  const kind = contact.includes('@') ? 'email' : 'phone';
  const index = contactIndex(ctx.keys, kind, contact);
  const subject = findContactIndexes(tx, reference) ?? { id: '', email: null, phone: null };
  const recent = countCodesSince(tx, subject.id, addHours(ctx.clock.now(), -codeCountedHours));
  const belongs = index !== null && subject[kind] === index;
  return belongs && recent < mostCodes ? subject.id : null;
}
