import { changeCase, type OpenCase } from '#brokerage/case-store.ts';
import { insertMessage } from '#brokerage/message-store.ts';
import { listOffers } from '#brokerage/offer-store.ts';
import { addEvent } from '#brokerage/timeline-store.ts';
import type { Reader, Tx } from '#db/open-database.ts';
import { recordAudit } from '#platform/audit/record-audit.ts';
import type { Ctx } from '#platform/context.ts';
import { failure, success, type Result } from '#platform/result.ts';
import { listEnquiries } from '../asking/enquiry-store.ts';
import { templateText } from './message-template.ts';
import { insertTie, sameContact } from './tie-store.ts';
import { workOnCase, type AtProblem, type CaseAt } from './work-on-case.ts';
import { tellFamily } from './write-message.ts';
import { findCaseFor } from '../staff-cases.ts';

export type MergeInput = {
  readonly other: string;
  readonly otherVersion: number;
  readonly reason: string;
};
type MergeProblem = AtProblem | 'not-in-this-state' | 'answer-incomplete';

/**
 * Joins another request of the same family to this one: the other closes without being counted as
 * demand, its link leads here, and the family is told. It can be taken apart again for 30 days.
 * Problems: `not-allowed`, `not-found`, `stale-version` (of either), `not-in-this-state` (one has
 * closed, or places were asked for the other), `answer-incomplete` (no contact in common and no reason).
 */
export const mergeCases = (
  ctx: Ctx,
  at: CaseAt,
  { other, otherVersion, reason }: MergeInput,
): Result<null, MergeProblem> =>
  workOnCase(ctx, at, (tx, subject, staff): Result<null, MergeProblem> => {
    const joined = findCaseFor(tx, ctx, { reference: other });
    if (!joined || joined.id === subject.id) return failure('not-found');
    if (!mayBeJoined(tx, subject, joined)) return failure('not-in-this-state');
    if (reason === '' && !isSameContact(tx, subject, joined)) return failure('answer-incomplete');
    if (!closeAsDuplicate(tx, ctx, joined, otherVersion, subject.id))
      return failure('stale-version');
    changeCase(tx, subject.id, subject.version, {});
    const { status, ownerId, nextAction, nextActionDue, waitingSince } = joined;
    insertTie(tx, ctx, subject, staff, {
      ...{ kind: 'merged', otherId: joined.id, reason },
      before: { status, ownerId, nextAction, nextActionDue, waitingSince },
    });
    for (const one of [subject, joined]) {
      addEvent(tx, ctx, one, 'merged', { staffName: staff.name });
      recordAudit(tx, ctx, {
        action: 'case-merged',
        object: `case:${one.id}`,
        fields: ['mergedInto'],
      });
    }
    tellOfMerger(tx, ctx, subject, joined.id);
    return success(null);
  });

/** Both are open, and nobody is asked or has been offered anything for the one that ends. */
export const mayBeJoined = (db: Reader, subject: OpenCase, joined: OpenCase): boolean =>
  subject.status !== 'closed' &&
  joined.status !== 'closed' &&
  !listOffers(db, joined).some(({ status }) => status === 'open') &&
  !listEnquiries(db, joined).some(({ answer }) => answer === null);

export const isSameContact = (db: Reader, subject: OpenCase, other: OpenCase): boolean =>
  sameContact(db, subject.id).some(({ id }) => id === other.id);

const closeAsDuplicate = (
  tx: Tx,
  { clock }: Ctx,
  { id }: OpenCase,
  version: number,
  mergedInto: string,
): boolean =>
  changeCase(tx, id, version, {
    ...{ status: 'closed', mergedInto, closedAt: clock.now().toISOString(), outcome: null },
    ...{ nextAction: null, nextActionDue: null, waitingSince: null },
  });

function tellOfMerger(tx: Tx, ctx: Ctx, subject: OpenCase, joinedId: string): void {
  const words = ctx.catalogue.speak(subject.family.language);
  const { phone } = ctx.settings.council;
  const { reference } = subject;
  const values = { reference, phone, provider: null, day: null };
  const text = templateText(words, 'joined', values);
  const messageId = insertMessage(tx, ctx, subject, { text, once: joinedId });
  if (messageId !== null) tellFamily(tx, ctx, subject.id, messageId);
}
