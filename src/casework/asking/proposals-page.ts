import { inclusionWord, answerWords } from '#directory/directory-words.ts';
import { isInclusionKey } from '#directory/inclusion-vocabulary.ts';
import { placeName } from '#directory/place-words.ts';
import { listProposals, type Proposal } from '#directory/proposal-store.ts';
import { readProviders } from '#directory/provider-cache.ts';
import type { Ctx } from '#platform/context.ts';
import type { Query } from '#platform/http/addresses.ts';
import { readTyped, typedValue } from '#platform/http/form.ts';
import { success, type Result } from '#platform/result.ts';
import { staffWith } from '../staff-rights.ts';
import { bandWords } from './band-words.ts';
import { vacancyBands } from './learned-facts.ts';
import { settleProposal } from './settle-proposal.ts';

type Href = (path: string, query?: Query) => string;
export type ProposalsPage = {
  readonly done: boolean;
  readonly rows: readonly ReturnType<typeof proposalRow>[];
};

/** What the directory could learn from answers: each fact is accepted or refused by a person. */
export async function proposalsPage(
  ctx: Ctx,
  href: Href,
  request: Request,
): Promise<Result<ProposalsPage>> {
  const staff = staffWith('work', ctx.actor);
  if (!staff.ok) return staff;
  if (request.method === 'POST') {
    const typed = readTyped(await request.formData());
    const accepted = typedValue(typed, 'accept');
    const id = accepted === '' ? typedValue(typed, 'refuse') : accepted;
    const settled = settleProposal(ctx, id, accepted === '' ? 'refused' : 'accepted');
    return settled.ok ? success({ done: true, rows: [] }) : settled;
  }
  const rows = listProposals(ctx.db).map((proposal) => proposalRow(ctx, href, proposal));
  return success({ done: false, rows });
}

function proposalRow({ db, words }: Ctx, href: Href, proposal: Proposal) {
  const { t, format } = words;
  const { id, providerId, fact, source, saidOn } = proposal;
  const [provider] = readProviders(db, [providerId]);
  return {
    id,
    name: provider ? placeName(words, provider) : providerId,
    href: provider ? href(`/provider/${providerId}`) : null,
    fact: factText({ words }, fact),
    said: t(source === 'phone-call' ? 'asking:proposals.byPhone' : 'asking:proposals.byAnswer', {
      day: format.day(saidOn),
    }),
  };
}

function factText({ words: { t } }: Pick<Ctx, 'words'>, fact: Proposal['fact']): string {
  if (fact.kind === 'inclusion') {
    const thing = isInclusionKey(fact.attribute)
      ? t(inclusionWord(fact.attribute))
      : fact.attribute;
    return t('asking:proposals.inclusion', { thing, answer: t(answerWords[fact.answer]) });
  }
  const band = vacancyBands.find(({ from }) => from === fact.agesFrom);
  return t('asking:proposals.vacancy', {
    count: fact.places,
    ages: band === undefined ? '' : t(bandWords[band.key]),
  });
}
