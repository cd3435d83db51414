import type { CaseChange, OpenCase } from '#brokerage/case-store.ts';
import { listOffers } from '#brokerage/offer-store.ts';
import type { Reader } from '#db/open-database.ts';
import { closedDays } from '#platform/calendar/closed-days.ts';
import { dueDay } from '#platform/calendar/working-days.ts';
import type { Ctx } from '#platform/context.ts';
import { listEnquiries, type Enquiry } from '../asking/enquiry-store.ts';

/**
 * What comes next once the family's message has been dealt with: what the case was waiting for before.
 * Nothing changes for a case whose next step is something else.
 */
export function stepAfterMessage(db: Reader, ctx: Ctx, subject: OpenCase): CaseChange {
  if (subject.nextAction !== 'read-message') return {};
  const { targets } = ctx.settings;
  const due = (days: number) => dueDay(ctx.clock.now(), days, closedDays(ctx.settings));
  const offers = listOffers(db, subject);
  if (offers.some(({ status }) => status === 'open')) {
    return {
      status: 'waiting-family',
      nextAction: 'wait-for-family',
      nextActionDue: due(targets.options),
    };
  }
  const offered = new Set(offers.map(({ detail }) => detail.enquiryId));
  const enquiries = listEnquiries(db, subject).filter(({ id }) => !offered.has(id));
  if (enquiries.some(isToBeRead)) return { nextAction: 'read-answer', nextActionDue: due(1) };
  const waiting = enquiries.filter(({ answer }) => answer === null);
  if (waiting.length === 0)
    return { nextAction: 'find-places', nextActionDue: due(targets.contact) };
  return {
    status: 'waiting-provider',
    nextAction: 'wait-for-provider',
    nextActionDue: waiting.map(({ answerDue }) => answerDue).toSorted()[0] ?? null,
  };
}

/** A provider has said something that could be put before the family, and nobody has yet. */
const isToBeRead = ({ answer }: Enquiry): boolean => answer !== null && answer.answer !== 'no';
