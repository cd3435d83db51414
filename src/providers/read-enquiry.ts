import { findCase, type OpenCase } from '#brokerage/case-store.ts';
import { caseOfEnquiry, listEnquiries, type Enquiry } from '#casework/asking/enquiry-store.ts';
import type { Reader } from '#db/open-database.ts';
import type { Ctx } from '#platform/context.ts';
import { failure, success, type Result } from '#platform/result.ts';

export type OwnEnquiry = { readonly subject: OpenCase; readonly enquiry: Enquiry };

/** A used link opens the question in that browser for half a day. */
export const answerVisitHours = 12;

/** The question that this provider was asked, and only that. Problem: `not-found`. */
export function readEnquiry(db: Reader, ctx: Ctx): Result<OwnEnquiry, 'not-found'> {
  if (ctx.actor.kind !== 'provider') return failure('not-found');
  const { enquiryId } = ctx.actor;
  const caseId = caseOfEnquiry(db, enquiryId);
  const subject = caseId === undefined ? undefined : findCase(db, ctx, { id: caseId });
  const enquiry = subject && listEnquiries(db, subject).find(({ id }) => id === enquiryId);
  return subject && enquiry ? success({ subject, enquiry }) : failure('not-found');
}
