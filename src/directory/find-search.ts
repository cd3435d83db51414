import type { FilterGroup, SearchQuery, SpanCondition } from '#platform/search/search-engine.ts';
import type { FindQuery } from './find-query.ts';
import { withoutLittleWords } from './little-words.ts';
import { minutesOf } from './opening.ts';
import type { PlacePoint } from './provider.ts';
import { dayNumber, unsaid as notSaid } from './search-facts.ts';

/** Where a search starts from, and the place on the way; null when not asked for. */
export type Whereabouts = { readonly near: PlacePoint | null; readonly to: PlacePoint | null };

/** How far out of the way, in miles, when only the place to go to is said. */
export const usualDetour = 2;

/** The facets that are counted for the choices. */
export const countedFacets = [
  ...(['kind', 'inclusion', 'day', 'term', 'funded', 'language', 'school', 'register'] as const),
  ...(['premises', 'outcome', 'for'] as const),
];

/** The search engine's query for what was asked. `today` is London's day. */
export function searchQuery(
  query: FindQuery,
  { near, to }: Whereabouts,
  today: string,
): Omit<SearchQuery, 'count' | 'offset' | 'limit'> {
  return {
    words: withoutLittleWords(query.q),
    near,
    withinMiles: near === null || query.within === '' ? null : Number(query.within),
    along: to === null ? null : { to, detourMiles: query.via ?? usualDetour },
    covers: [...ageConditions(query, today), ...timeConditions(query, today)],
    filters: filtersOf(query),
    sort: query.sort,
  };
}

/** The child's age in whole months when the place is to start; null when not asked for. */
export function ageAsked(
  { age, dob, due, start }: Pick<FindQuery, 'age' | 'dob' | 'due' | 'start'>,
  today: string,
): number | null {
  const born = dob || due;
  if (born === '') return age;
  const [bornYear = 0, bornMonth = 0] = born.split('-').map(Number);
  const [year = 0, month = 0] = (start > today ? start : today).split('-').map(Number);
  return Math.max(0, (year - bornYear) * 12 + (month - bornMonth));
}

/** Ages that are not said match too: Ofsted's file has none, and most places take most ages. */
function ageConditions(query: FindQuery, today: string): readonly SpanCondition[] {
  const months = ageAsked(query, today);
  return months === null
    ? []
    : [{ list: 'ages', at: null, from: months, to: months, by: null, orUnsaid: true }];
}

/** Any span at all will do. */
const anything = { from: Number.MAX_SAFE_INTEGER, to: -1 };

function timeConditions(query: FindQuery, today: string): readonly SpanCondition[] {
  const { day, vacancy, start, max, per, unsaid: orUnsaid } = query;
  const months = ageAsked(query, today);
  const days = day.length > 0 ? day.map(Number) : [null];
  const hours = hoursAsked(query);
  const ages = months === null ? anything : { from: months, to: months };
  const by = start === '' ? null : dayNumber(start);
  return [
    ...(hours === null
      ? []
      : days.map((at) => ({ list: 'open', at, ...hours, by: null, orUnsaid }))),
    ...(vacancy ? days.map((at) => ({ list: 'vacancy', at, ...ages, by, orUnsaid })) : []),
    ...(max === null || per === 'week'
      ? []
      : [{ list: 'cost', at: null, from: max, to: max, by: null, orUnsaid }]),
  ];
}

/** The minutes of the day to be open in; a time alone is a moment. Null when no day or time is asked. */
function hoursAsked({ day, from, until }: FindQuery): Pick<SpanCondition, 'from' | 'to'> | null {
  const [first, last] = [from || until, until || from];
  if (first !== '') return { from: minutesOf(first), to: minutesOf(last) };
  return day.length > 0 ? anything : null;
}

function filtersOf(query: FindQuery): readonly FilterGroup[] {
  const { unsaid, inclusion, kind, premises, register, outcome } = query;
  const known = { kind, premises, register, outcome, for: query.for };
  const perhaps = {
    term: query.term,
    funded: query.funded,
    language: query.language,
    school: query.school,
  };
  const group = (facet: string, chosen: readonly string[], more: readonly string[]) =>
    chosen.length === 0 ? [] : [{ facet, anyOf: [...chosen, ...more] }];
  return [
    ...Object.entries(known).flatMap(([facet, chosen]) => group(facet, chosen, [])),
    ...Object.entries(perhaps).flatMap(([facet, chosen]) =>
      group(facet, chosen, unsaid ? [notSaid] : []),
    ),
    ...inclusion.flatMap((key) => group('inclusion', [key], unsaid ? [`${key}${notSaid}`] : [])),
  ];
}
