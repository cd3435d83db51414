import { and, count, eq } from 'drizzle-orm';
import type { Reader } from '#db/open-database.ts';
import { offer } from '#db/schema/brokerage.ts';
import { enquiry } from '#db/schema/casework.ts';
import { unsealJson, type DataKey } from '#platform/crypto/data-key.ts';
import type { Asking } from './demand.ts';
import { providerAnswer, type ReasonCode } from './provider-answer.ts';

type Subject = { readonly id: string; readonly key: DataKey };

/**
 * What came of the places asked about a case: one that has not answered counts as `no-reply`, an
 * option that the family turned down as `family-declined`. Only answers are opened.
 */
export function readAsking(db: Reader, subject: Subject): Asking {
  const rows = db
    .select({ id: enquiry.id, sealed: enquiry.sealedAnswer })
    .from(enquiry)
    .where(eq(enquiry.caseId, subject.id))
    .all();
  const declined = Array.from({ length: countDeclined(db, subject.id) });
  return {
    asked: rows.length,
    refusals: [
      ...rows.flatMap(({ id, sealed }) => refusalOf(subject.key, id, sealed)),
      ...declined.map((): ReasonCode => 'family-declined'),
    ],
  };
}

function refusalOf(key: DataKey, row: string, sealed: string | null): readonly ReasonCode[] {
  if (sealed === null) return ['no-reply'];
  const place = { table: 'enquiry', column: 'sealed_answer', row };
  const answer = providerAnswer.parse(unsealJson(key, place, sealed));
  return answer.answer === 'no' ? [answer.reason] : [];
}

const countDeclined = (db: Reader, caseId: string): number =>
  db
    .select({ all: count() })
    .from(offer)
    .where(and(eq(offer.caseId, caseId), eq(offer.status, 'declined')))
    .get()?.all ?? 0;
