import { requestSummary } from '#brokerage/request-summary.view.ts';
import { listOffers } from '#brokerage/offer-store.ts';
import { listAskedPlaces } from '#brokerage/track-asked-store.ts';
import type { Ctx } from '#platform/context.ts';
import { success, type Result } from '#platform/result.ts';
import { readCase } from './read-case.ts';

export type SummaryPage = {
  readonly summary: ReturnType<typeof requestSummary>;
  /** The languages it can be printed in, by code. */
  readonly tongues: readonly {
    readonly code: string;
    readonly text: string;
    readonly current: boolean;
  }[];
};

/** A family's own page of its request, for staff to print: in the family's language or, asked so, English. */
export function summaryPage(
  ctx: Ctx,
  reference: string,
  asked: string | null,
): Result<SummaryPage, 'not-allowed' | 'not-found'> {
  const read = readCase(ctx, reference, 'sensitive');
  if (!read.ok) return read;
  const subject = read.value;
  const theirs = ctx.catalogue.speak(subject.family.language).language.code;
  const code = asked === 'en' ? 'en' : theirs;
  const summary = requestSummary(ctx, ctx.catalogue.speak(code), {
    subject,
    offers: listOffers(ctx.db, subject),
    asked: listAskedPlaces(ctx.db, subject),
  });
  const tongues = [...new Set([theirs, 'en'])].map((one) => ({
    ...{ code: one, current: one === code },
    text: ctx.words.format.language(one),
  }));
  return success({ summary, tongues });
}
