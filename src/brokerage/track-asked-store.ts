import { asc, eq } from 'drizzle-orm';
import { z } from 'zod';
import type { Reader } from '#db/open-database.ts';
import { enquiry } from '#db/schema/casework.ts';
import { unsealJson, type DataKey } from '#platform/crypto/data-key.ts';
import { providerAnswer, type ProviderAnswer } from './provider-answer.ts';

/** A provider that was asked about a case, and what it said: the part that is the family's to see. */
export type AskedPlace = {
  readonly enquiryId: string;
  readonly providerId: string;
  readonly providerName: string;
  readonly askedAt: string;
  /** London day by which an answer is due. */
  readonly answerDue: string;
  readonly answeredAt: string | null;
  readonly answer: ProviderAnswer | null;
  /** What the provider was told about the child and the care. */
  readonly told: Readonly<Record<string, unknown>>;
};

const place = (row: string, column: string) => ({ table: 'enquiry', column, row });

/** To whom it went and what the broker added are between the two of them. */
const question = z
  .looseObject({ providerName: z.string(), email: z.unknown(), note: z.unknown() })
  .transform(({ providerName, email: _email, note: _note, ...told }) => ({ providerName, told }));

/** The places asked about a case, in the order of asking. */
export const listAskedPlaces = (
  db: Reader,
  subject: { readonly id: string; readonly key: DataKey },
): readonly AskedPlace[] =>
  db
    .select()
    .from(enquiry)
    .where(eq(enquiry.caseId, subject.id))
    .orderBy(asc(enquiry.askedAt))
    .all()
    .flatMap(({ id, sealedQuestion, sealedAnswer, ...row }) =>
      sealedQuestion === null
        ? []
        : [
            {
              enquiryId: id,
              providerId: row.providerId,
              askedAt: row.askedAt,
              answerDue: row.answerDue,
              answeredAt: row.answeredAt,
              answer: answerOf(subject.key, id, sealedAnswer),
              ...question.parse(
                unsealJson(subject.key, place(id, 'sealed_question'), sealedQuestion),
              ),
            },
          ],
    );

const answerOf = (key: DataKey, id: string, sealed: string | null): ProviderAnswer | null =>
  sealed === null
    ? null
    : providerAnswer.parse(unsealJson(key, place(id, 'sealed_answer'), sealed));
