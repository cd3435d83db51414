import { and, asc, eq } from 'drizzle-orm';
import { z } from 'zod';
import type { Reader, Tx } from '#db/open-database.ts';
import { offer } from '#db/schema/brokerage.ts';
import type { App } from '#platform/context.ts';
import { sealJson, unsealJson, type DataKey } from '#platform/crypto/data-key.ts';
import { providerAnswer } from './provider-answer.ts';

const offerDetail = z.object({
  enquiryId: z.string(),
  providerName: z.string(),
  answer: providerAnswer,
  /** How the family reaches the place once it has chosen it. */
  contact: z.object({ email: z.string(), phone: z.string() }),
  /** Why the family said no, in their words. */
  declined: z.string().optional(),
});
export type OfferDetail = z.infer<typeof offerDetail>;
export type OfferStatus = (typeof offer.$inferSelect)['status'];

/** A place put before a family, with what its provider said. */
export type Offer = {
  readonly id: string;
  readonly providerId: string;
  readonly status: OfferStatus;
  readonly offeredAt: string;
  readonly detail: OfferDetail;
};

type Subject = { readonly id: string; readonly key: DataKey };
const place = (id: string) => ({ table: 'offer', column: 'sealed_detail', row: id });

export function insertOffer(
  tx: Tx,
  ctx: Pick<App, 'clock' | 'ids'>,
  subject: Subject,
  providerId: string,
  detail: OfferDetail,
): string {
  const id = ctx.ids.id();
  tx.insert(offer)
    .values({
      id,
      caseId: subject.id,
      providerId,
      status: 'open',
      offeredAt: ctx.clock.now().toISOString(),
      sealedDetail: sealJson(subject.key, place(id), detail),
    })
    .run();
  return id;
}

/** The offers of a case, oldest first. */
export const listOffers = (db: Reader, subject: Subject): readonly Offer[] =>
  db
    .select()
    .from(offer)
    .where(eq(offer.caseId, subject.id))
    .orderBy(asc(offer.offeredAt))
    .all()
    .flatMap(({ id, providerId, status, offeredAt, sealedDetail }) =>
      sealedDetail === null
        ? []
        : [
            {
              id,
              providerId,
              status,
              offeredAt,
              detail: offerDetail.parse(unsealJson(subject.key, place(id), sealedDetail)),
            },
          ],
    );

/** Decides an open offer of this case; false when it is not open (any more) or not this family's. */
export const decideOffer = (
  tx: Tx,
  ctx: Pick<App, 'clock'>,
  subject: Subject,
  decided: Offer,
  status: Exclude<OfferStatus, 'open'>,
  declined?: string,
): boolean =>
  tx
    .update(offer)
    .set({
      status,
      decidedAt: ctx.clock.now().toISOString(),
      sealedDetail: sealJson(subject.key, place(decided.id), {
        ...decided.detail,
        ...(declined !== undefined && { declined }),
      }),
    })
    .where(and(eq(offer.id, decided.id), eq(offer.caseId, subject.id), eq(offer.status, 'open')))
    .run().changes === 1;

/** Takes back what is still open; for a case that closes. */
export const withdrawOpenOffers = (tx: Tx, ctx: Pick<App, 'clock'>, caseId: string): void => {
  tx.update(offer)
    .set({ status: 'withdrawn', decidedAt: ctx.clock.now().toISOString() })
    .where(and(eq(offer.caseId, caseId), eq(offer.status, 'open')))
    .run();
};

/** Takes back one option that was open or chosen: it came to nothing. */
export const takeBackOffer = (
  tx: Tx,
  ctx: Pick<App, 'clock'>,
  caseId: string,
  offerId: string,
): void => {
  tx.update(offer)
    .set({ status: 'withdrawn', decidedAt: ctx.clock.now().toISOString() })
    .where(and(eq(offer.id, offerId), eq(offer.caseId, caseId)))
    .run();
};
