import { isAddedPlace } from '#brokerage/added-place.ts';
import type { Tx } from '#db/open-database.ts';
import { insertProposal, type ProposalSource } from '#directory/proposal-store.ts';
import { londonDay } from '#platform/calendar/london-time.ts';
import type { Ctx } from '#platform/context.ts';
import { vacancyBands, type LearnedFacts } from './learned-facts.ts';

/** Proposes to the directory what a place said of itself; a person decides whether it goes in. */
export function proposeFacts(
  tx: Tx,
  ctx: Ctx,
  providerId: string,
  { vacancy, offers }: LearnedFacts,
  source: ProposalSource,
): void {
  if (isAddedPlace(providerId)) return;
  const about = { providerId, source, saidOn: londonDay(ctx.clock.now()) };
  const band = vacancyBands.find(({ key }) => key === vacancy?.band);
  if (vacancy !== null && band !== undefined) {
    const { places } = vacancy;
    const value = { kind: 'vacancy', agesFrom: band.from, agesTo: band.to, places } as const;
    insertProposal(tx, ctx, { ...about, fact: value });
  }
  for (const attribute of offers)
    insertProposal(tx, ctx, { ...about, fact: { kind: 'inclusion', attribute, answer: 'yes' } });
}
