import {
  attributesIn,
  type InclusionGroup,
  type InclusionKey,
} from '#directory/inclusion-vocabulary.ts';
import { effectiveAnswer, isOffered } from '#directory/inclusion.ts';
import { takesAge } from '#directory/ages.ts';
import type { Provider } from '#directory/provider.ts';
import { freshVacancies } from '#directory/vacancies.ts';
import { monthsOld, needGroups, startDay, type Family } from '../family.ts';
import { budgetReason, type BudgetReason } from './budget.ts';
import { careAttributes } from './care-attributes.ts';
import { hoursCovered } from './hours-covered.ts';

export type Fit = 'met' | 'unknown' | 'unmet';
/** One reason for or against a place, in terms that a screen can put into words. */
export type Reason =
  | {
      readonly about: 'distance';
      readonly fit: Fit;
      readonly miles: number | null;
      /** Known only to the middle of its postcode district. */
      readonly approximate: boolean;
    }
  | { readonly about: 'kind'; readonly fit: Fit }
  | { readonly about: 'age'; readonly fit: Fit }
  | {
      readonly about: 'hours';
      readonly fit: Fit;
      readonly covered: number;
      readonly wanted: number;
    }
  | { readonly about: 'vacancy'; readonly fit: Fit }
  | {
      readonly about: 'need';
      readonly fit: Fit;
      readonly group: InclusionGroup;
      readonly offered: number;
      readonly of: number;
      /** What the place has not said, or said no to, where that is little enough to name. */
      readonly missing?: readonly InclusionKey[];
    }
  /** Care that one of the children needs, such as tube feeding. */
  | { readonly about: 'care'; readonly fit: Fit; readonly attribute: InclusionKey }
  /** Miles that stopping there adds to the way to work or school. */
  | { readonly about: 'way'; readonly fit: Fit; readonly miles: number | null }
  | BudgetReason;

export type Match = {
  readonly provider: Provider;
  readonly miles: number | null;
  readonly reasons: readonly Reason[];
};

const fitOf = (known: boolean | null): Fit =>
  known === null ? 'unknown' : known ? 'met' : 'unmet';

/** As many as can be named in one line. */
const few = 3;

/**
 * Why one place would or would not suit a family, on `today` (London, `YYYY-MM-DD`). `detour` is the
 * miles it adds to the way; left out when the family named no place to go to.
 */
export function reasonsFor(
  provider: Provider,
  miles: number | null,
  family: Family,
  today: string,
  detour?: number | null,
): readonly Reason[] {
  const start = startDay(family, today);
  const ages = family.children.map(({ born }) => Math.max(0, monthsOld(born, start)));
  const covered = hoursCovered(provider.schedule, family.times.slots);
  return [
    {
      about: 'distance',
      fit: fitOf(miles === null ? null : isNear(family, miles, detour)),
      miles,
      approximate: provider.point?.precision === 'area',
    },
    ...wayReason(family, detour),
    ...kindReason(provider, family),
    { about: 'age', fit: worstOf(ages.map((months) => fitOf(takesAge(provider.ages, months)))) },
    { about: 'hours', ...covered },
    {
      about: 'vacancy',
      fit: worstOf(ages.map((months) => vacancyFit(provider, months, today))),
    },
    ...budgetReason(provider, family, today),
    ...needGroups(family).map((group) => needReason(provider, group, today)),
    ...careAttributes(family).map((attribute) => careReason(provider, attribute, today)),
  ];
}

const isOnTheWay = ({ place }: Family, detour: number | null | undefined): boolean | null =>
  detour === null || detour === undefined ? null : detour <= place.miles;

const isNear = (family: Family, miles: number, detour: number | null | undefined): boolean =>
  miles <= family.place.miles || isOnTheWay(family, detour) === true;

const wayReason = (family: Family, detour: number | null | undefined): readonly Reason[] =>
  detour === undefined
    ? []
    : [{ about: 'way', fit: fitOf(isOnTheWay(family, detour)), miles: detour }];

/** What holds for all the children: as good as for the one it fits worst. */
const worstOf = (fits: readonly Fit[]): Fit =>
  fits.find((fit) => fit === 'unmet') ??
  fits.find((fit) => fit === 'unknown') ??
  fits[0] ??
  'unknown';

const kindReason = ({ kind }: Provider, { kinds }: Family): readonly Reason[] =>
  kinds.length === 0
    ? []
    : [{ about: 'kind', fit: fitOf(kinds.some((wanted) => wanted === kind)) }];

function vacancyFit(provider: Provider, months: number, today: string): Fit {
  const said = freshVacancies(provider.vacancies, today).filter(({ ages }) =>
    takesAge(ages, months),
  );
  return fitOf(said.length === 0 ? null : said.some(({ places }) => places > 0));
}

const answerOf = (provider: Provider, key: InclusionKey, today: string) =>
  effectiveAnswer(provider.inclusion.get(key), today);

function needReason(provider: Provider, group: InclusionGroup, today: string): Reason {
  const answers = attributesIn(group).map(({ key }) => ({
    key,
    answer: answerOf(provider, key, today),
  }));
  const offered = answers.filter(({ answer }) => isOffered(answer)).length;
  const unsaid = answers.filter(({ answer }) => answer === 'not-said');
  const fit = offered > 0 ? 'met' : unsaid.length > 0 ? 'unknown' : 'unmet';
  const lacking = fit === 'unmet' ? answers : unsaid;
  const missing = lacking.length <= few ? lacking.map(({ key }) => key) : [];
  return { about: 'need', fit, group, offered, of: answers.length, missing };
}

function careReason(provider: Provider, attribute: InclusionKey, today: string): Reason {
  const answer = answerOf(provider, attribute, today);
  return {
    about: 'care',
    fit: fitOf(answer === 'not-said' ? null : isOffered(answer)),
    attribute,
  };
}

const count = (match: Match, fit: Fit) =>
  match.reasons.filter((reason) => reason.fit === fit).length;
const offeredNeeds = (match: Match) =>
  match.reasons.reduce((sum, reason) => sum + (reason.about === 'need' ? reason.offered : 0), 0);

/** Fewest reasons against first, then most reasons for, then most of the help needed, then nearest. */
export function rankMatches(matches: readonly Match[]): readonly Match[] {
  return matches.toSorted(
    (a, b) =>
      count(a, 'unmet') - count(b, 'unmet') ||
      count(b, 'met') - count(a, 'met') ||
      offeredNeeds(b) - offeredNeeds(a) ||
      (a.miles ?? Infinity) - (b.miles ?? Infinity) ||
      a.provider.id.localeCompare(b.provider.id),
  );
}
