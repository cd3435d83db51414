import type { OpenCase } from '#brokerage/case-store.ts';
import { listMessages, markMessagesRead } from '#brokerage/message-store.ts';
import type { Message } from '#brokerage/message.ts';
import type { Ctx } from '#platform/context.ts';
import { success, type Result } from '#platform/result.ts';
import { inTransaction } from '#platform/transaction.ts';
import { readCase } from './read-case.ts';
import { staffWith } from '../staff-rights.ts';

/** A case with what the family and staff have written to each other. Problems: as `readCase`. */
export function readConversation(
  ctx: Ctx,
  reference: string,
): Result<
  { readonly subject: OpenCase; readonly messages: readonly Message[] },
  'not-allowed' | 'not-found'
> {
  const read = readCase(ctx, reference);
  return read.ok
    ? success({ subject: read.value, messages: openConversation(ctx, read.value) })
    : read;
}

/**
 * The conversation of a case that was read. What the family wrote is read once somebody sees it who
 * can do something about it; the messages given show how they stood before.
 */
export function openConversation(ctx: Ctx, subject: OpenCase): readonly Message[] {
  const messages = listMessages(ctx.db, subject);
  const isNew = messages.some(({ from, readAt }) => from === 'family' && readAt === null);
  if (isNew && staffWith('work', ctx.actor).ok)
    inTransaction(ctx.db, (tx) => markMessagesRead(tx, ctx, subject.id, 'family'));
  return messages;
}
