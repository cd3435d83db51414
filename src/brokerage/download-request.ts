import { recordAudit } from '#platform/audit/record-audit.ts';
import type { Ctx } from '#platform/context.ts';
import { success, type Result } from '#platform/result.ts';
import { inTransaction } from '#platform/transaction.ts';
import type { Reader } from '#db/open-database.ts';
import type { OpenCase } from './case-store.ts';
import { findFeedback, findPicture } from './feedback-store.ts';
import { listMessages } from './message-store.ts';
import { listOffers } from './offer-store.ts';
import { ownCase } from './own-case.ts';
import type { ProviderAnswer } from './provider-answer.ts';
import { listEvents } from './timeline-store.ts';
import { listAskedPlaces } from './track-asked-store.ts';

/** All that is held about a family's request, in the order in which it is read. */
export type HeldData = Readonly<Record<string, unknown>>;

/**
 * Everything held about the request of the family that asks, for it to keep. Names of staff and of
 * people at a provider are left out, and so are what they wrote for each other alone; the download is
 * audited. Problem: `not-found`.
 */
export function downloadRequest(ctx: Ctx): Result<HeldData, 'not-found'> {
  return inTransaction(ctx.db, (tx): Result<HeldData, 'not-found'> => {
    const own = ownCase(tx, ctx);
    if (!own.ok) return own;
    const subject = own.value;
    recordAudit(tx, ctx, {
      action: 'case-downloaded',
      object: `case:${subject.id}`,
      fields: ['family', 'events', 'offers', 'enquiries', 'messages', 'feedback'],
    });
    return success(heldOf(tx, subject));
  });
}

/** All that a family may have of its request; whoever gives it out has asked first and records it. */
export function heldOf(db: Reader, subject: OpenCase): HeldData {
  const { reference, status, receivedAt, closedAt, outcome, nextAction, nextActionDue } = subject;
  // As typed they are there to be changed, and say the same again; the page leaves them out.
  const { typed: answersAsTyped, ...answers } = subject.family;
  const feedback = findFeedback(db, subject);
  return {
    request: { reference, status, receivedAt, closedAt, outcome, nextAction, nextActionDue },
    answers,
    messages: listMessages(db, subject).map(({ at, from, text, readAt }) => ({
      ...{ at, from, text, readAt },
    })),
    options: offersHeld(db, subject),
    placesAsked: placesHeld(db, subject),
    events: eventsHeld(db, subject),
    feedback: feedback === null ? null : { at: feedback.at, ...feedback.answers },
    answersAsTyped,
    picture: findPicture(db, subject)?.toString('base64') ?? null,
  };
}

const offersHeld = (db: Reader, subject: OpenCase) =>
  listOffers(db, subject).map(({ status, offeredAt, detail }) => ({
    place: detail.providerName,
    ...{ status, offeredAt },
    answer: detail.answer,
    declinedBecause: detail.declined ?? null,
  }));

const placesHeld = (db: Reader, subject: OpenCase) =>
  listAskedPlaces(db, subject).map(
    ({ providerName, askedAt, answerDue, answeredAt, ...asked }) => ({
      place: providerName,
      ...{ askedAt, answerDue, answeredAt },
      told: asked.told,
      answer: asked.answer === null ? null : withoutNote(asked.answer),
    }),
  );

/** A provider's note is for the broker until the place is put before the family. */
const withoutNote = ({ note: _note, ...answer }: ProviderAnswer) => answer;

const eventsHeld = (db: Reader, subject: OpenCase) =>
  listEvents(db, subject).map(({ at, kind, actorKind, detail }) => ({
    ...{ at, kind, by: actorKind },
    place: detail.providerName ?? null,
    words: actorKind === 'family' ? (detail.text ?? null) : null,
  }));
