import type { OpenCase } from '#brokerage/case-store.ts';
import { familyFor } from '#brokerage/family.ts';
import type { Combination } from '#brokerage/match/combine.ts';
import type { Match } from '#brokerage/match/match.ts';
import { matchPriceView } from '#brokerage/match/family-price.view.ts';
import { reasonText } from '#brokerage/match/reason-words.ts';
import { timesText } from '#brokerage/family-words.ts';
import { placeName, whereText } from '#directory/place-words.ts';
import { kindName } from '#directory/taxonomy.ts';
import type { Query } from '#platform/http/addresses.ts';
import type { Words } from '#platform/i18n/words.ts';
import type { CaseAsking } from './view-asking.ts';

type Href = (path: string, query?: Query) => string;
/** How many are shown on the case's own page, and on the page of its places. */
const shown = { extract: { places: 4, pairs: 2 }, whole: { places: 20, pairs: 5 } };
type Shown = Pick<CaseAsking, 'matches' | 'pinned' | 'dropped' | 'added' | 'combinations'> & {
  readonly subject: OpenCase;
  /** Which child the ranking is for, counted from 0; left out for the family as a whole. */
  readonly child?: number;
  /** London's. */
  readonly today: string;
  /** Only the best of them, with the way to the rest. */
  readonly isExtract?: boolean;
};

/** The places to ask, best first, each with its reasons in words; null once the case has closed. */
export function matchesView(words: Words, href: Href, asked: Shown) {
  const { subject, matches, pinned, combinations, today } = asked;
  const family = familyFor(subject.family, asked.child);
  const most = asked.isExtract === true ? shown.extract : shown.whole;
  if (subject.status === 'closed') return null;
  const path = `/staff/case/${subject.reference}`;
  const to = (place: string, query?: Query) => href(`${path}/${place}`, query);
  return {
    canAsk: subject.ownerId !== null,
    action: href(path),
    askHref: to('ask'),
    addHref: to('place/add'),
    proposalsHref: href('/staff/proposals'),
    children: childLinks(words, to, asked),
    allHref:
      asked.isExtract === true && matches.length + combinations.length > 0 ? to('place') : null,
    rows: matches.slice(0, most.places).map((match) => ({
      ...placeRow(words, href, match),
      ...reasonsOf(words, match),
      price: matchPriceView(words, match, family, today),
      isPinned: pinned.has(match.provider.id),
      askHref: to(`ask/${match.provider.id}`),
      dropHref: to(`place/drop/${match.provider.id}`),
    })),
    combinations: combinations.slice(0, most.pairs).map((one) => combinationRow(words, href, one)),
    dropped: asked.dropped.map(({ provider, reason }) => ({
      id: provider.id,
      name: placeName(words, provider),
      reason,
    })),
    added: asked.added.map(({ providerId, detail }) => ({
      id: providerId,
      name: detail.name,
      where: [detail.email, detail.phone].filter(Boolean).join(', '),
      askHref: to(`ask/${providerId}`),
    })),
  };
}

/** The rankings for each child and for all; none for an only child. */
function childLinks(
  { t }: Words,
  to: (place: string, query?: Query) => string,
  { subject, child }: Shown,
) {
  const { children } = subject.family;
  if (children.length < 2) return [];
  const each = children.map(({ name }, index) => ({
    text: name === '' ? t('brokerage:child.numbered', { number: index + 1 }) : name,
    href: to('place', { child: index + 1 }),
    isCurrent: child === index,
  }));
  const all = { text: t('asking:places.all'), href: to('place'), isCurrent: child === undefined };
  return [all, ...each];
}

const placeRow = (words: Words, href: Href, { provider }: Match) => ({
  id: provider.id,
  name: placeName(words, provider),
  kind: kindName(words, provider.kind),
  where: whereText(words, provider),
  phone: provider.phone,
  href: href(`/provider/${provider.id}`),
});

/** Its reasons, those that decide first: against, not known, for. */
function reasonsOf(words: Words, { reasons }: Match) {
  const of = (fit: Match['reasons'][number]['fit']) =>
    reasons
      .filter((reason) => reason.fit === fit)
      .map((reason) => ({
        fit,
        word: words.t(`casework:case.fit.${fit}`),
        text: reasonText(words, reason),
      }));
  return { reasons: [...of('unmet'), ...of('unknown'), ...of('met')] };
}

const combinationRow = (words: Words, href: Href, { both, wanted }: Combination) => ({
  ids: both.map(({ match }) => match.provider.id),
  parts: both.map(({ match, covered, slots }) => ({
    ...placeRow(words, href, match),
    hours: words.t('brokerage:reason.hours', {
      covered: words.format.number(covered),
      wanted: words.format.number(wanted),
    }),
    times: timesText(words, { slots: [...slots], notSure: false }),
  })),
});
