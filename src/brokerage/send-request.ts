import { recordAudit } from '#platform/audit/record-audit.ts';
import { closedDays } from '#platform/calendar/closed-days.ts';
import { londonDay } from '#platform/calendar/london-time.ts';
import { dueDay } from '#platform/calendar/working-days.ts';
import type { Ctx } from '#platform/context.ts';
import type { Tx } from '#db/open-database.ts';
import { issueLink } from '#platform/links/issue-link.ts';
import { startVisit } from '#platform/links/visit.ts';
import { enqueueMessage } from '#platform/outbox/enqueue-message.ts';
import { failure, success, type Result } from '#platform/result.ts';
import { inTransaction } from '#platform/transaction.ts';
import { insertCase } from './case-store.ts';
import { emptyDraft, findDraft, type Draft } from './draft-store.ts';
import type { Family } from './family.ts';
import { readFamily } from './read-family.ts';
import { addEvent } from './timeline-store.ts';
import { trackLinkHours, trackPurpose, trackVisitHours } from './tracking.ts';

type SendProblem = 'draft-gone' | 'answer-incomplete';

/**
 * Turns a draft into a case, once: sending again (a double click, Back, reload) opens the same case.
 * Gives the secret of a visit, so that the family sees its request at once.
 * Problems: `draft-gone`, `answer-incomplete`.
 */
export function sendRequest(
  ctx: Ctx,
  draftToken: string,
): Result<{ visitToken: string }, SendProblem> {
  return inTransaction(ctx.db, (tx): Result<{ visitToken: string }, SendProblem> => {
    const draft = findDraft(tx, ctx, draftToken);
    if (!draft) return failure('draft-gone');
    if ('caseId' in draft) return success({ visitToken: visitTo(tx, ctx, draft.caseId) });
    const family = readFamily(draft.answers, ctx.words.language.code, londonDay(ctx.clock.now()));
    if (!family.ok) return family;
    return success({ visitToken: visitTo(tx, ctx, receive(tx, ctx, draft, family.value)) });
  });
}

const visitTo = (tx: Tx, ctx: Ctx, caseId: string): string =>
  startVisit(tx, ctx, { purpose: trackPurpose, subjectId: caseId, hours: trackVisitHours });

function receive(tx: Tx, ctx: Ctx, draft: Draft, family: Family): string {
  const now = ctx.clock.now();
  const id = ctx.ids.id();
  const key = insertCase(tx, ctx, {
    id,
    reference: ctx.ids.reference(),
    receivedAt: now.toISOString(),
    nextActionDue: dueDay(now, ctx.settings.targets.contact, closedDays(ctx.settings)),
    family,
  });
  addEvent(tx, ctx, { id, key }, 'received');
  recordAudit(tx, ctx, {
    action: 'case-received',
    object: `case:${id}`,
    fields: Object.keys(family),
  });
  const linkId = issueLink(tx, ctx, {
    purpose: trackPurpose,
    subjectId: id,
    hours: trackLinkHours,
  });
  enqueueMessage(tx, ctx, {
    kind: 'request-received',
    subjectId: id,
    linkId,
    dedupeKey: `request-received:${id}`,
  });
  emptyDraft(tx, ctx, draft.id, id);
  return id;
}
