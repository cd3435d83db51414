import { and, asc, eq, lt } from 'drizzle-orm';
import type { Reader, Tx } from '#db/open-database.ts';
import { enquiry } from '#db/schema/casework.ts';
import type { Actor, App } from '#platform/context.ts';
import { sealJson, unsealJson, type DataKey } from '#platform/crypto/data-key.ts';
import { providerAnswer, type ProviderAnswer } from '#brokerage/provider-answer.ts';
import { storedQuestion, type EnquiryQuestion } from './enquiry.ts';

/** A question to one provider and, once it came, the answer. */
export type Enquiry = {
  readonly id: string;
  readonly providerId: string;
  readonly askedAt: string;
  /** London day. */
  readonly answerDue: string;
  /** When it was sent a second time. */
  readonly remindedAt: string | null;
  readonly answeredAt: string | null;
  readonly question: EnquiryQuestion;
  readonly answer: ProviderAnswer | null;
};

type Subject = { readonly id: string; readonly key: DataKey };
type Row = typeof enquiry.$inferSelect;
const place = (id: string, column: 'sealed_question' | 'sealed_answer') => ({
  table: 'enquiry',
  column,
  row: id,
});

export function insertEnquiry(
  tx: Tx,
  ctx: Pick<App, 'clock' | 'ids'> & { readonly actor: Extract<Actor, { kind: 'staff' }> },
  subject: Subject,
  fresh: { providerId: string; question: EnquiryQuestion; answerDue: string },
): string {
  const id = ctx.ids.id();
  tx.insert(enquiry)
    .values({
      id,
      caseId: subject.id,
      providerId: fresh.providerId,
      status: 'asked',
      sealedQuestion: sealJson(subject.key, place(id, 'sealed_question'), fresh.question),
      askedBy: ctx.actor.id,
      askedAt: ctx.clock.now().toISOString(),
      answerDue: fresh.answerDue,
    })
    .run();
  return id;
}

/** A case's enquiries, oldest first. */
export const listEnquiries = (db: Reader, subject: Subject): readonly Enquiry[] =>
  db
    .select()
    .from(enquiry)
    .where(eq(enquiry.caseId, subject.id))
    .orderBy(asc(enquiry.askedAt))
    .all()
    .flatMap((row) => openEnquiry(subject.key, row) ?? []);

/** The case an enquiry belongs to; undefined when there is no such enquiry. */
export const caseOfEnquiry = (db: Reader, id: string): string | undefined =>
  db.select({ caseId: enquiry.caseId }).from(enquiry).where(eq(enquiry.id, id)).get()?.caseId;

/** Keeps the answer; a later answer replaces it (a provider may think again). */
export const saveAnswer = (
  tx: Tx,
  ctx: Pick<App, 'clock'>,
  subject: Subject,
  id: string,
  answer: ProviderAnswer,
): boolean =>
  tx
    .update(enquiry)
    .set({
      status: 'answered',
      answeredAt: ctx.clock.now().toISOString(),
      sealedAnswer: sealJson(subject.key, place(id, 'sealed_answer'), answer),
    })
    .where(and(eq(enquiry.id, id), eq(enquiry.caseId, subject.id)))
    .run().changes === 1;

function openEnquiry(key: DataKey, row: Row): Enquiry | undefined {
  const { id, providerId, askedAt, answerDue, remindedAt, answeredAt } = row;
  const { sealedQuestion, sealedAnswer } = row;
  if (sealedQuestion === null) return undefined;
  return {
    id,
    providerId,
    askedAt,
    answerDue,
    remindedAt,
    answeredAt,
    question: storedQuestion.parse(unsealJson(key, place(id, 'sealed_question'), sealedQuestion)),
    answer:
      sealedAnswer === null
        ? null
        : providerAnswer.parse(unsealJson(key, place(id, 'sealed_answer'), sealedAnswer)),
  };
}

/** Questions without an answer whose day is before `today` (London). */
export const listUnanswered = (
  db: Reader,
  today: string,
): readonly {
  readonly id: string;
  readonly caseId: string;
  readonly remindedAt: string | null;
}[] =>
  db
    .select({ id: enquiry.id, caseId: enquiry.caseId, remindedAt: enquiry.remindedAt })
    .from(enquiry)
    .where(and(eq(enquiry.status, 'asked'), lt(enquiry.answerDue, today)))
    .all();

export const markReminded = (tx: Tx, ctx: Pick<App, 'clock'>, id: string): void => {
  tx.update(enquiry)
    .set({ remindedAt: ctx.clock.now().toISOString() })
    .where(eq(enquiry.id, id))
    .run();
};
