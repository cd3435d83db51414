import { openQuery, type FindQuery } from './find-query.ts';

/** Without a whole week there is no price of the week to hold a place against. */
const withoutWeek = ({ per }: FindQuery): Partial<FindQuery> =>
  per === 'week' ? { max: null, per: 'hour' } : {};

/** What can be let go of when nothing fits, the least loss first. */
const loosenings = {
  unsaid: (query) => (asksWhatMayBeUnsaid(query) ? { ...query, unsaid: true } : query),
  within: (query) => ({ ...query, within: '' }),
  via: (query) => ({ ...query, to: '', via: null }),
  vacancy: (query) => ({ ...query, vacancy: false }),
  max: (query) => ({ ...query, max: null, per: 'hour' }),
  times: (query) => ({ ...query, from: '', until: '', ...withoutWeek(query) }),
  day: (query) => ({ ...query, day: [], from: '', until: '', ...withoutWeek(query) }),
  term: (query) => ({ ...query, term: [] }),
  school: (query) => ({ ...query, school: [] }),
  language: (query) => ({ ...query, language: [] }),
  funded: (query) => ({ ...query, funded: [] }),
  premises: (query) => ({ ...query, premises: [], register: [] }),
  audience: (query) => ({ ...query, for: [], outcome: [] }),
  inclusion: (query) => ({ ...query, inclusion: [] }),
  kind: (query) => ({ ...query, kind: [] }),
  age: (query) => ({ ...query, age: null, dob: '', due: '', ...withoutWeek(query) }),
  q: (query) => ({ ...query, q: '' }),
} satisfies Record<string, (query: FindQuery) => FindQuery>;

export type Dropped = keyof typeof loosenings;
export const droppable = Object.keys(loosenings).filter((key): key is Dropped =>
  Object.hasOwn(loosenings, key),
);

/** The query without one thing it asks for; null when it does not ask for it. */
export function withoutOne(query: FindQuery, dropped: Dropped): FindQuery | null {
  const first = { ...query, page: 1 };
  const looser = loosenings[dropped](first);
  return JSON.stringify(looser) === JSON.stringify(first) ? null : looser;
}

/** Whether it asks for something that a place may not have said. */
export function asksWhatMayBeUnsaid(query: FindQuery): boolean {
  const { inclusion, term, funded, language, school, day, from, until, vacancy, max } = query;
  const lists = [inclusion, term, funded, language, school, day];
  return (
    lists.some((list) => list.length > 0) || from !== '' || until !== '' || vacancy || max !== null
  );
}

/** Whether it asks for nothing but everything. */
export const isOpen = (query: FindQuery): boolean =>
  JSON.stringify({ ...query, sort: '', page: 1 }) ===
  JSON.stringify({ ...openQuery, sort: '', page: 1 });
