import { eq } from 'drizzle-orm';
import { z } from 'zod';
import type { Reader, Tx } from '#db/open-database.ts';
import { caseFeedback } from '#db/schema/brokerage.ts';
import type { App } from '#platform/context.ts';
import { sealJson, unsealJson, type DataKey } from '#platform/crypto/data-key.ts';
import { feedbackAnswers, type Feedback, type FeedbackAnswers } from './feedback.ts';

type Subject = { readonly id: string; readonly key: DataKey };
const place = (row: string, column: 'sealed_answers' | 'sealed_picture') => ({
  table: 'case_feedback',
  column,
  row,
});

/** Keeps what a family says of a case; the latest words win, and a picture stays until the next. */
export function saveFeedback(
  tx: Tx,
  ctx: Pick<App, 'clock'>,
  { id, key }: Subject,
  answers: FeedbackAnswers,
  /** A picture as `cleanPicture` gives it. */
  picture: Uint8Array | null,
): void {
  const said = {
    at: ctx.clock.now().toISOString(),
    sealedAnswers: sealJson(key, place(id, 'sealed_answers'), answers),
    ...(picture !== null && {
      sealedPicture: sealJson(
        key,
        place(id, 'sealed_picture'),
        Buffer.from(picture).toString('base64'),
      ),
    }),
  };
  tx.insert(caseFeedback)
    .values({ caseId: id, ...said })
    .onConflictDoUpdate({ target: caseFeedback.caseId, set: said })
    .run();
}

/** What the family said, without its picture; null when it has said nothing. */
export function findFeedback(db: Reader, { id, key }: Subject): Feedback | null {
  const row = db.select().from(caseFeedback).where(eq(caseFeedback.caseId, id)).get();
  if (!row) return null;
  return {
    at: row.at,
    answers: feedbackAnswers.parse(unsealJson(key, place(id, 'sealed_answers'), row.sealedAnswers)),
    hasPicture: row.sealedPicture !== null,
  };
}

/** The picture that came with it, as a JPEG file; null when there is none. */
export function findPicture(db: Reader, { id, key }: Subject): Buffer | null {
  const row = db.select().from(caseFeedback).where(eq(caseFeedback.caseId, id)).get();
  if (!row?.sealedPicture) return null;
  const text = z.base64().parse(unsealJson(key, place(id, 'sealed_picture'), row.sealedPicture));
  return Buffer.from(text, 'base64');
}
