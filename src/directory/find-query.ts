import { z } from 'zod';
import type { Query } from '#platform/http/addresses.ts';
import { oneLine, several, someOf } from '#platform/http/form.ts';
import type { WordKey } from '#platform/i18n/word-keys.ts';
import { distances } from './distances.ts';
import { date, money, month, pageNumber, places, time, times, wholeNumber } from './find-fields.ts';
import { isInclusionKey } from './inclusion-vocabulary.ts';
import { premisesKinds } from './provider.ts';
import { spokenLanguages } from './spoken-languages.ts';
import {
  audienceKeys,
  fundedSchemes,
  outcomeKeys,
  serviceGroups,
  serviceKinds,
} from './taxonomy.ts';

export const sorts = ['relevance', 'distance', 'name', 'cost', 'updated', 'detour'] as const;
export const pers = ['hour', 'week'] as const;
export const registers = ['early-years', 'compulsory', 'voluntary'] as const;
export const terms = ['term-time', 'holidays', 'all-year'] as const;
export const weekdays = ['1', '2', '3', '4', '5', '6', '7'] as const;

const yes = several.transform((values) => values.includes('1'));
/** Values that only the directory itself knows, such as a school's number: at most 20 of them. */
const names = several.transform((values) =>
  values
    .map((value) => value.trim())
    .filter((value) => value !== '' && value.length <= 100)
    .slice(0, 20),
);

/**
 * The parameters of `/find` and `/api/find.json`. Unknown choices are dropped; wrong values are
 * problems. `to` is a time when it is written like one, and otherwise a place on the way (`via`).
 */
export const findQuerySchema = z
  .object({
    q: oneLine.pipe(z.string().max(200, { error: 'directory:find.q.tooLong' })),
    near: oneLine.pipe(z.string().max(200, { error: 'directory:find.near.unknown' })),
    within: oneLine.transform((typed) => distances.find((miles) => miles === typed) ?? ''),
    kind: someOf([...serviceGroups, ...serviceKinds]),
    age: wholeNumber(0, 19 * 12, 'directory:find.age.wrong'),
    dob: month,
    due: month,
    start: date,
    day: someOf(weekdays),
    from: time,
    to: several,
    via: wholeNumber(0, 100, 'directory:find.via.wrong'),
    term: someOf(terms),
    funded: someOf(fundedSchemes),
    vacancy: yes,
    max: money,
    /** What `max` is for: an hour, or the week that is asked for, after funded hours. */
    per: oneLine.transform((typed) => pers.find((per) => per === typed) ?? 'hour'),
    inclusion: several.transform((values) => values.filter(isInclusionKey)),
    language: someOf(spokenLanguages),
    school: names,
    register: someOf(registers),
    premises: someOf(premisesKinds),
    outcome: someOf(outcomeKeys),
    for: someOf(audienceKeys),
    /** Also places that have not said. */
    unsaid: yes,
    /** As `usualSort` says when it is left out. */
    sort: oneLine.transform((typed) => sorts.find((sort) => sort === typed) ?? null),
    page: pageNumber,
  })
  .transform(({ to, ...query }, context) => {
    const wrong = (field: keyof typeof query, message: WordKey) =>
      context.addIssue({ code: 'custom', message, path: [field] });
    const until = times.parse(to)[0] ?? '';
    const place = places.parse(to)[0] ?? '';
    if (query.from !== '' && until !== '' && query.from >= until) {
      wrong('from', 'directory:find.times.order');
    }
    if (lacksWeek({ ...query, until })) wrong('max', 'directory:find.max.needsWeek');
    if (place !== '' && query.near === '') wrong('near', 'directory:find.near.missing');
    return { ...query, until, to: place, sort: query.sort ?? usualSort({ ...query, to: place }) };
  });

type WeekAsked = {
  readonly age: number | null;
  readonly day: readonly string[];
  readonly max: number | null;
} & Readonly<Record<'dob' | 'due' | 'from' | 'until' | 'per', string>>;

/** Whether it asks for the price of a week without the child's age, the days, and the hours. */
const lacksWeek = ({ max, per, age, dob, due, day, from, until }: WeekAsked): boolean =>
  per === 'week' &&
  max !== null &&
  ((age === null && dob + due === '') || [day.length, from, until].some((said) => !said));

export type FindQuery = z.output<typeof findQuerySchema>;
export type Sort = (typeof sorts)[number];

/**
 * The order of a search that asks for none: the shortest detour first when there is a place to go to,
 * names that match first when there are words and no place to start from, else the nearest first.
 */
export function usualSort({ q, near, to }: Record<'q' | 'near' | 'to', string>): Sort {
  if (to !== '') return 'detour';
  return q !== '' && near === '' ? 'relevance' : 'distance';
}

/** Whether it asks for an order without what that goes by. */
function lacksMeaning({ sort, q, near, to }: Pick<FindQuery, 'sort' | 'q' | 'near' | 'to'>) {
  const goesBy: Readonly<Partial<Record<Sort, string>>> = {
    distance: near,
    detour: to,
    relevance: q,
  };
  return goesBy[sort] === '';
}

/** A search that asks for nothing. */
export const openQuery: FindQuery = findQuerySchema.parse({});

const numberText = (number: number | null): string => (number === null ? '' : String(number));

/** The query as parameters again, in one fixed order, without what is not set. */
export function findParameters(query: FindQuery): Query {
  const { until, to, age, via, max, per, vacancy, unsaid, sort, page, ...same } = query;
  return {
    ...same,
    age: numberText(age),
    to: [until, to].filter((value) => value !== ''),
    via: numberText(via),
    max: numberText(max === null ? null : max / 100),
    per: per === 'hour' ? '' : per,
    vacancy: vacancy ? '1' : '',
    unsaid: unsaid ? '1' : '',
    sort: sort === usualSort(query) || lacksMeaning(query) ? '' : sort,
    page: page > 1 ? String(page) : '',
  };
}

/** A month of birth that has not begun is the month a baby is due. `today` is London's day. */
export function withDueMonth(query: FindQuery, today: string): FindQuery {
  const { dob } = query;
  return dob > today.slice(0, 7) ? { ...query, dob: '', due: dob } : query;
}
