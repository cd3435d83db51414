import type { SearchSpan } from '#platform/search/search-engine.ts';
import { inclusionAttributes } from './inclusion-vocabulary.ts';
import { effectiveAnswer, isOffered } from './inclusion.ts';
import { openSpans } from './opening.ts';
import type { Provider } from './provider.ts';
import { groupOf, isChildcare } from './taxonomy.ts';
import { countingVacancies } from './vacancies.ts';

/** In a facet: the place has not said. Unknown is never no. */
export const unsaid = '?';

/** Days since 1 January 1970 of an ISO day. */
export const dayNumber = (day: string): number => Date.parse(`${day}T00:00:00Z`) / 86_400_000;

/**
 * What can be filtered and counted. Facet `inclusion` holds `hoist` when it is offered (with or
 * without notice) and `hoist?` when it is not said; a "no" is in neither.
 */
export function facetsOf(provider: Provider, today: string): Record<string, readonly string[]> {
  const { kind, alsoKinds, premises, languages, schoolRuns, outcomes, audiences } = provider;
  const kinds = [kind, ...alsoKinds];
  const care = kinds.some(isChildcare);
  return {
    kind: [...new Set([...kinds, ...kinds.map(groupOf)])],
    premises: [premises],
    register: registersOf(provider),
    day: orUnsaid([...new Set(provider.schedule.map(({ day }) => String(day)))]),
    term: orUnsaid(termsOf(provider)),
    funded: care && provider.freeEarlyYears !== false ? orUnsaid(schemesOf(provider)) : [],
    language: orUnsaid(languages),
    school: care ? orUnsaid(schoolRuns.map(({ school }) => school)) : [],
    outcome: outcomes,
    for: audiences,
    inclusion: inclusionFacet(provider, today),
  };
}

const orUnsaid = (values: readonly string[]): readonly string[] =>
  values.length > 0 ? values : [unsaid];

const schemesOf = ({ funded }: Provider) => funded.map(({ scheme }) => scheme);

const termsOf = ({ schedule }: Provider): readonly string[] => [
  ...new Set(schedule.map(({ term }) => term).filter((term) => term !== 'not-said')),
];

function registersOf({ registration }: Provider): readonly string[] {
  if (registration === null) return [];
  const { earlyYears, compulsory, voluntary } = registration.registers;
  return [
    ...(earlyYears ? ['early-years'] : []),
    ...(compulsory ? ['compulsory'] : []),
    ...(voluntary ? ['voluntary'] : []),
  ];
}

function inclusionFacet({ inclusion }: Provider, today: string): readonly string[] {
  return inclusionAttributes.flatMap(({ key }) => {
    const answer = effectiveAnswer(inclusion.get(key), today);
    if (isOffered(answer)) return [key];
    return answer === 'not-said' ? [`${key}${unsaid}`] : [];
  });
}

/** What is compared as numbers: ages in months, minutes of a weekday, free places, pence an hour. */
export function spansOf(
  provider: Provider,
  pence: number | null,
  today: string,
): Record<string, readonly SearchSpan[]> {
  const { ages, schedule } = provider;
  const vacancies = countingVacancies(provider.vacancies, today);
  return {
    ...(ages !== null && { ages: [ages] }),
    ...(schedule.length > 0 && { open: openSpans(schedule) }),
    ...(vacancies !== null && { vacancy: vacancies.map(vacancySpan) }),
    ...(pence !== null && { cost: [{ from: pence, to: Number.MAX_SAFE_INTEGER }] }),
  };
}

const vacancySpan = ({ ages, day, freeFrom }: Provider['vacancies'][number]): SearchSpan => ({
  ...(day !== null && { at: day }),
  ...ages,
  ...(freeFrom !== null && { since: dayNumber(freeFrom) }),
});
