import type { Tx } from '#db/open-database.ts';
import { recordAudit } from '#platform/audit/record-audit.ts';
import { londonDay } from '#platform/calendar/london-time.ts';
import type { Ctx } from '#platform/context.ts';
import { contactIndex } from '#platform/crypto/blind-index.ts';
import type { Typed } from '#platform/http/form.ts';
import { issueLink } from '#platform/links/issue-link.ts';
import { startVisit } from '#platform/links/visit.ts';
import { enqueueMessage } from '#platform/outbox/enqueue-message.ts';
import { failure, success, type Result } from '#platform/result.ts';
import { inTransaction } from '#platform/transaction.ts';
import { startClocks } from './case-clocks.ts';
import { changeCase, findCase, insertCase, replaceFamily } from './case-store.ts';
import { countRecentRequests } from './count-recent-requests.ts';
import { emptyDraft, findDraft, type Draft } from './draft-store.ts';
import type { Family } from './family.ts';
import { readFamily } from './read-family.ts';
import { readNext } from './read-next.ts';
import { suspicionOf } from './suspicion.ts';
import { addEvent } from './timeline-store.ts';
import { trackLinkHours, trackPurpose, trackVisitHours } from './tracking.ts';
import { isUrgent } from './urgency.ts';

type SendProblem = 'draft-gone' | 'answer-incomplete';
/** What came with the button that sends: only robots fill in anything there. */
export type SendSigns = Typed;

/**
 * Turns a draft into a case, once: sending again (a double click, Back, reload) opens the same case.
 * Gives the secret of a visit, so that the family sees its request at once.
 * Problems: `draft-gone`, `answer-incomplete`.
 */
export function sendRequest(
  ctx: Ctx,
  draftToken: string,
  signs: SendSigns = {},
): Result<{ visitToken: string }, SendProblem> {
  return inTransaction(ctx.db, (tx): Result<{ visitToken: string }, SendProblem> => {
    const draft = findDraft(tx, ctx, draftToken);
    if (!draft) return failure('draft-gone');
    if ('caseId' in draft) return success({ visitToken: visitTo(tx, ctx, draft.caseId) });
    const today = londonDay(ctx.clock.now());
    const family = readFamily(draft.answers, ctx.words.language.code, today);
    if (!family.ok) return family;
    const caseId =
      draft.changesCaseId === null
        ? receive(tx, ctx, draft, family.value, signs)
        : change(tx, ctx, draft, family.value, draft.changesCaseId);
    return caseId === null
      ? failure('draft-gone')
      : success({ visitToken: visitTo(tx, ctx, caseId) });
  });
}

const visitTo = (tx: Tx, ctx: Ctx, caseId: string): string =>
  startVisit(tx, ctx, { purpose: trackPurpose, subjectId: caseId, hours: trackVisitHours });

/** What may be known of a request without opening it. */
function outside(ctx: Ctx, family: Family) {
  const { email, phone } = family.contact;
  return {
    wish: family.wish,
    isUrgent: isUrgent(family, londonDay(ctx.clock.now())),
    emailIndex: contactIndex(ctx.keys, 'email', email),
    phoneIndex: contactIndex(ctx.keys, 'phone', phone),
  };
}

function receive(tx: Tx, ctx: Ctx, draft: Draft, family: Family, signs: SendSigns): string {
  const now = ctx.clock.now();
  const id = ctx.ids.id();
  const known = outside(ctx, family);
  const clocks = startClocks(ctx.settings, now, known);
  const key = insertCase(tx, ctx, {
    id,
    ...known,
    reference: ctx.ids.reference(),
    receivedAt: now.toISOString(),
    ...clocks,
    nextActionDue: clocks.contactDue,
    quarantinedFor: suspicionOf(signs, {
      seconds: (now.getTime() - Date.parse(draft.startedAt)) / 1000,
      earlier: countRecentRequests(tx, ctx, { email: known.emailIndex, phone: known.phoneIndex }),
    }),
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

/** Puts the family's changed answers in place of those before; null when the case is gone or closed. */
function change(tx: Tx, ctx: Ctx, draft: Draft, family: Family, caseId: string): string | null {
  const subject = findCase(tx, ctx, { id: caseId });
  if (subject === undefined || subject.status === 'closed') return null;
  replaceFamily(tx, subject, { ...outside(ctx, family), family });
  changeCase(tx, caseId, subject.version + 1, readNext(tx, ctx, subject));
  addEvent(tx, ctx, subject, 'changed');
  recordAudit(tx, ctx, {
    action: 'case-changed',
    object: `case:${caseId}`,
    fields: Object.keys(family),
  });
  emptyDraft(tx, ctx, draft.id, caseId);
  return caseId;
}
