import type { OpenCase } from '#brokerage/case-store.ts';
import { familyFor } from '#brokerage/family.ts';
import { combine, type Combination } from '#brokerage/match/combine.ts';
import type { Match } from '#brokerage/match/match.ts';
import { matchPlaces } from '#brokerage/match/match-places.ts';
import { listOffers, type Offer } from '#brokerage/offer-store.ts';
import { readProviders } from '#directory/provider-cache.ts';
import type { Provider } from '#directory/provider.ts';
import type { Ctx } from '#platform/context.ts';
import { openTasks, type OpenTask } from '../asking/asking-tasks-store.ts';
import { listCasePlaces, type CasePlace } from '../asking/case-place-store.ts';
import { listEnquiries, type Enquiry } from '../asking/enquiry-store.ts';

/** What has been asked and offered for a case, and what could be. */
export type CaseAsking = {
  readonly enquiries: readonly Enquiry[];
  readonly offers: readonly Offer[];
  /** What asking and placing want done. */
  readonly askingTasks: readonly OpenTask[];
} & Places;

type Places = {
  /** Places that nobody has asked yet: the pinned first, then ranked. */
  readonly matches: readonly Match[];
  readonly pinned: ReadonlySet<string>;
  readonly dropped: readonly { readonly provider: Provider; readonly reason: string }[];
  /** Places that are not in the directory, not asked yet. */
  readonly added: readonly CasePlace[];
  readonly combinations: readonly Combination[];
};

/**
 * The places of a case that the caller has been allowed to read. `child` narrows the ranking to one of
 * its children, counted from 0.
 */
export function viewAsking(ctx: Ctx, subject: OpenCase, child?: number): CaseAsking {
  const enquiries = listEnquiries(ctx.db, subject);
  const asked = new Set(enquiries.map(({ providerId }) => providerId));
  return {
    enquiries,
    offers: listOffers(ctx.db, subject),
    askingTasks: openTasks(ctx.db, subject.id, ['call-provider', 'look-again', 'follow-up']),
    ...(subject.status === 'closed' ? nowhere : placesOf(ctx, subject, asked, child)),
  };
}

const nowhere: Places = {
  ...{ matches: [], pinned: new Set(), dropped: [], added: [], combinations: [] },
};

function placesOf(
  ctx: Ctx,
  subject: OpenCase,
  asked: ReadonlySet<string>,
  child: number | undefined,
): Places {
  const judged = listCasePlaces(ctx.db, subject);
  const idsOf = (verdict: CasePlace['verdict']) =>
    new Set(judged.filter((one) => one.verdict === verdict).map(({ providerId }) => providerId));
  const [pinned, left] = [idsOf('pinned'), idsOf('dropped')];
  const family = familyFor(subject.family, child);
  const ranked = matchPlaces(ctx, family, [...pinned]);
  const open = ranked.filter(({ provider: { id } }) => !asked.has(id) && !left.has(id));
  const isPinned = ({ provider }: Match) => pinned.has(provider.id);
  return {
    matches: [...open.filter(isPinned), ...open.filter((match) => !isPinned(match))],
    pinned,
    dropped: droppedOf(ctx, judged),
    added: judged.filter(
      ({ verdict, providerId }) => verdict === 'added' && !asked.has(providerId),
    ),
    combinations: combine(
      ranked.filter(({ provider }) => !left.has(provider.id)),
      family.times.slots,
    ),
  };
}

function droppedOf(ctx: Ctx, judged: readonly CasePlace[]): Places['dropped'] {
  const left = judged.filter(({ verdict }) => verdict === 'dropped');
  const reasons = new Map(left.map(({ providerId, detail }) => [providerId, detail.reason]));
  return readProviders(ctx.db, [...reasons.keys()]).map((provider) => ({
    provider,
    reason: reasons.get(provider.id) ?? '',
  }));
}
