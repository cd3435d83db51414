import { attributesIn, type InclusionGroup } from '#directory/inclusion-vocabulary.ts';
import { effectiveAnswer, isOffered } from '#directory/inclusion.ts';
import { takesAge } from '#directory/ages.ts';
import type { Provider } from '#directory/provider.ts';
import { freshVacancies } from '#directory/vacancies.ts';
import { monthsOld, needGroups, startDay, type Family } from '../family.ts';
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
    };

export type Match = {
  readonly provider: Provider;
  readonly miles: number | null;
  readonly reasons: readonly Reason[];
};

const fitOf = (known: boolean | null): Fit =>
  known === null ? 'unknown' : known ? 'met' : 'unmet';

/** Why one place would or would not suit a family, on `today` (London, `YYYY-MM-DD`). */
export function reasonsFor(
  provider: Provider,
  miles: number | null,
  family: Family,
  today: string,
): readonly Reason[] {
  const start = startDay(family, today);
  const ages = family.children.map(({ born }) => Math.max(0, monthsOld(born, start)));
  const covered = hoursCovered(provider.schedule, family.times.slots);
  return [
    {
      about: 'distance',
      fit: fitOf(miles === null ? null : miles <= family.place.miles),
      miles,
      approximate: provider.point?.precision === 'area',
    },
    ...kindReason(provider, family),
    { about: 'age', fit: worstOf(ages.map((months) => fitOf(takesAge(provider.ages, months)))) },
    { about: 'hours', ...covered },
    {
      about: 'vacancy',
      fit: worstOf(ages.map((months) => vacancyFit(provider, months, today))),
    },
    ...needGroups(family).map((group) => needReason(provider, group, today)),
  ];
}

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

function needReason(provider: Provider, group: InclusionGroup, today: string): Reason {
  const answers = attributesIn(group).map(({ key }) =>
    effectiveAnswer(provider.inclusion.get(key), today),
  );
  const offered = answers.filter(isOffered).length;
  const unknown = answers.includes('not-said');
  const fit = offered > 0 ? 'met' : unknown ? 'unknown' : 'unmet';
  return { about: 'need', fit, group, offered, of: answers.length };
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
