import { placeName } from '#directory/place-words.ts';
import { londonDay } from '#platform/calendar/london-time.ts';
import type { Ctx } from '#platform/context.ts';
import type { Query } from '#platform/http/addresses.ts';
import type { Words } from '#platform/i18n/words.ts';
import type { Answers } from './draft-store.ts';
import { unasked, type Family } from './family.ts';
import type { Match } from './match/match.ts';
import { matchPlaces } from './match/match-places.ts';
import { matchPriceView } from './match/family-price.view.ts';
import { reasonText } from './match/reason-words.ts';
import { answered, reading } from './read-family.ts';

type Href = (path: string, query?: Query) => string;
const shown = 3;

/** It is known to be near, and nothing known is against it. */
export const mayFit = ({ miles, reasons }: Match): boolean =>
  miles !== null && reasons.every(({ fit }) => fit !== 'unmet');
/** Every reason is for it: it has said that it can. */
export const saysItCan = ({ reasons }: Match): boolean => reasons.every(({ fit }) => fit === 'met');

/** The family as far as it has answered; null before a place is known. */
function familySoFar(answers: Answers, today: string): Family | null {
  const parts = answered(reading(answers, today));
  if (parts.place === undefined) return null;
  const { cameFrom, first } = answers;
  return {
    ...{ ...unasked, language: 'en', wish: 'place', contact: noContact, cameFrom, first },
    ...parts,
  };
}
const noContact = { name: '', channel: 'email', email: '', phone: '', speaks: 'en' } as const;

const saidText = ({ t }: Words, count: number): string =>
  count === 0 ? t('brokerage:fit.saidNone') : t('brokerage:fit.said', { count });

/** The places that may suit what is answered so far, best first; null before a place is known. */
export function placesSoFar(ctx: Ctx, answers: Answers): readonly Match[] | null {
  const family = familySoFar(answers, londonDay(ctx.clock.now()));
  return family === null ? null : matchPlaces(ctx, family).filter(mayFit);
}

/** What a family sees while it answers: how many places may fit, and the first few with reasons. */
export function fitSoFar(ctx: Ctx, href: Href, answers: Answers) {
  const today = londonDay(ctx.clock.now());
  const family = familySoFar(answers, today);
  if (family === null) return null;
  const fits = matchPlaces(ctx, family).filter(mayFit);
  const { words } = ctx;
  const { t } = words;
  const sure = fits.filter(saysItCan).length;
  return {
    title: t('brokerage:fit.title'),
    count: [
      t('brokerage:fit.may', { count: fits.length }),
      ...(fits.length === 0 ? [] : [saidText(words, sure)]),
    ].join(' '),
    detailsText: t('brokerage:fit.why'),
    places: fits.slice(0, shown).map((match) => ({
      name: placeName(words, match.provider),
      href: href(`/provider/${match.provider.id}`),
      reasons: [
        ...match.reasons.map((reason) => reasonText(words, reason)),
        ...(matchPriceView(words, match, family, today)?.line ?? []),
      ],
    })),
  };
}
