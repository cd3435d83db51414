import { netAsked } from '#directory/price/net-asked.ts';
import { offerOf } from '#directory/price/offer-of.ts';
import { pricingFor, type Pricing } from '#directory/price/price-for.ts';
import { readReference } from '#entitlements/read-reference.ts';
import { effectiveAnswer, isOffered } from '#directory/inclusion.ts';
import { pencePerHour, type PlacePoint, type Provider } from '#directory/provider.ts';
import type { FindQuery } from '#directory/find-query.ts';
import { groupOf, isChildcare } from '#directory/taxonomy.ts';
import { milesBetween } from '#platform/search/miles-between.ts';

type Where = { readonly near: PlacePoint | null; readonly to: PlacePoint | null };
type Said = boolean | null;
const today = '2026-11-23';
const reference = readReference();

/**
 * Whether a provider fits a search without words, said once more in the plainest way, from what its
 * own page would say. What it has not said fits only when that was asked for; an age always does.
 */
export function fits(provider: Provider, query: FindQuery, where: Where): boolean {
  const known = [
    isKind(provider, query),
    isReached(provider, query, where),
    takes(provider, query) !== false,
    anyOf(query.premises, [provider.premises]),
    anyOf(query.register, registersOf(provider)),
    anyOf(query.outcome, provider.outcomes),
    anyOf(query.for, provider.audiences),
  ];
  const perhaps: readonly Said[] = [
    ...isOpen(provider, query),
    ...hasPlace(provider, query),
    costsAtMost(provider, query),
    someSaid(query.term, termsOf(provider)),
    paysFor(provider, query),
    someSaid(query.language, provider.languages),
    goesToSchool(provider, query),
    ...offers(provider, query),
  ];
  return known.every((one) => one) && perhaps.every((one) => one ?? query.unsaid);
}

const anyOf = (asked: readonly string[], has: readonly string[]): boolean =>
  asked.length === 0 || asked.some((one) => has.includes(one));
/** Null when it has said nothing at all of this. */
const someSaid = (asked: readonly string[], has: readonly string[]): Said =>
  asked.length === 0 ? true : has.length === 0 ? null : anyOf(asked, has);

const isKind = ({ kind, alsoKinds }: Provider, { kind: asked }: FindQuery): boolean =>
  anyOf(
    asked,
    [kind, ...alsoKinds].flatMap((one) => [one, groupOf(one)]),
  );

function isReached({ point }: Provider, { within, via }: FindQuery, { near, to }: Where): boolean {
  if (near === null) return true;
  const tooFar = within !== '' && (point === null || milesBetween(near, point) > Number(within));
  if (tooFar) return false;
  if (to === null) return true;
  if (point === null) return false;
  const added = milesBetween(near, point) + milesBetween(point, to) - milesBetween(near, to);
  return added <= (via ?? 2);
}

/** The child's age in months at the start: by the calendar's months. */
export function monthsOld({ age, dob, due, start }: FindQuery): number | null {
  const born = dob === '' ? due : dob;
  if (born === '') return age;
  const count = (day: string) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
  return Math.max(0, count(start > today ? start : today) - count(born));
}

function takes({ ages }: Provider, query: FindQuery): Said {
  const months = monthsOld(query);
  if (months === null) return true;
  return ages === null ? null : ages.from <= months && months <= ages.to;
}

/** For each day asked, else for any one day. */
function isOpen({ schedule }: Provider, { day, from, until }: FindQuery): readonly Said[] {
  if (day.length === 0 && from === '' && until === '') return [];
  if (schedule.length === 0) return [null];
  const covers = (days: readonly number[]) =>
    days.some((one) =>
      ['term-time', 'holidays', 'all-year', 'not-said'].some((term) =>
        isCovered(
          schedule.filter((open) => open.day === one && open.term === term),
          from || until,
          until || from,
        ),
      ),
    );
  return day.length === 0
    ? [covers([1, 2, 3, 4, 5, 6, 7])]
    : day.map((one) => covers([Number(one)]));
}

/** Whether sessions follow one another without a gap from one time to the other. */
function isCovered(open: Provider['schedule'], from: string, until: string): boolean {
  if (from === '') return open.length > 0;
  let reached = from;
  for (;;) {
    const next = open
      .filter(({ opens, closes }) => opens <= reached && closes >= reached)
      .map(({ closes }) => closes)
      .toSorted()
      .at(-1);
    if (next === undefined) return false;
    if (next >= until) return true;
    if (next === reached) return false;
    reached = next;
  }
}

function hasPlace({ vacancies }: Provider, query: FindQuery): readonly Said[] {
  const { vacancy, day, start } = query;
  if (!vacancy) return [];
  const months = monthsOld(query);
  const fresh = vacancies.filter(({ asAt }) => asAt >= '2026-08-23');
  if (fresh.length === 0) return [null];
  const free = fresh.filter(
    ({ places, ages, freeFrom }) =>
      places > 0 &&
      (months === null || (ages.from <= months && months <= ages.to)) &&
      (start === '' || freeFrom === null || freeFrom <= start),
  );
  return day.length === 0
    ? [free.length > 0]
    : day.map((one) => free.some(({ day: on }) => on === null || on === Number(one)));
}

const pricings = new WeakMap<FindQuery, Pricing | null>();

function pricingOf(query: FindQuery): Pricing | null {
  const known = pricings.get(query);
  if (known !== undefined) return known;
  const week = netAsked(query, today);
  const pricing = week && pricingFor(week, today, reference);
  pricings.set(query, pricing);
  return pricing;
}

function costsAtMost(provider: Provider, query: FindQuery): Said {
  const { costs, isFree } = provider;
  const { max, per } = query;
  if (max === null) return true;
  if (per === 'week') {
    const price = pricingOf(query)?.of(offerOf(provider));
    return price ? price.total.week <= max : null;
  }
  const pence = pencePerHour(costs) ?? (isFree === true ? 0 : null);
  return pence === null ? null : pence <= max;
}

const termsOf = ({ schedule }: Provider) =>
  schedule.map(({ term }) => term).filter((term) => term !== 'not-said');

const isCare = ({ kind, alsoKinds }: Provider): boolean => [kind, ...alsoKinds].some(isChildcare);

function paysFor(provider: Provider, { funded }: FindQuery): Said {
  if (funded.length === 0) return true;
  if (!isCare(provider) || provider.freeEarlyYears === false) return false;
  return someSaid(
    funded,
    provider.funded.map(({ scheme }) => scheme),
  );
}

function goesToSchool(provider: Provider, { school }: FindQuery): Said {
  if (school.length === 0) return true;
  if (!isCare(provider)) return false;
  return someSaid(
    school,
    provider.schoolRuns.map((run) => run.school),
  );
}

function registersOf({ registration }: Provider): readonly string[] {
  const {
    earlyYears = false,
    compulsory = false,
    voluntary = false,
  } = registration?.registers ?? {};
  return [
    ...(earlyYears ? ['early-years'] : []),
    ...(compulsory ? ['compulsory'] : []),
    ...(voluntary ? ['voluntary'] : []),
  ];
}

const offers = ({ inclusion }: Provider, query: FindQuery): readonly Said[] =>
  query.inclusion.map((key) => {
    const answer = effectiveAnswer(inclusion.get(key), today);
    return answer === 'not-said' ? null : isOffered(answer);
  });
