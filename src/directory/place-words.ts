import type { Words } from '#platform/i18n/words.ts';
import { directionBetween, type Direction } from './direction.ts';
import { pencePerHour, type PlacePoint, type Provider, type Vacancy } from './provider.ts';
import { kindName } from './taxonomy.ts';
import { countingVacancies } from './vacancies.ts';

/** Its name, or "Childminder in M33" for one who has not published it. */
export function placeName(words: Words, provider: Provider): string {
  if (provider.name !== null) return provider.name;
  const kind = kindName(words, provider.kind);
  return words.t('directory:place.unnamed', { kind, area: areaOf(provider) });
}

/** Roughly where, for places without a published address. */
export const areaOf = (provider: Provider): string =>
  provider.outwardPostcode ?? provider.areaName ?? provider.authority;

/** The address on one line, or the area of a place that is somebody's home. */
export function whereText({ t }: Words, provider: Provider): string {
  const { address } = provider;
  if (address === null) return t('directory:place.area', { area: areaOf(provider) });
  return [...address.lines, address.town, address.postcode].filter(Boolean).join(', ');
}

/** Nearer than this, a point that is known to a kilometre has no telling direction. */
const leastMilesToPoint = 1.5;
/** Nearer than this, tenths of a mile say nothing. */
const leastMiles = 0.05;

/**
 * How far, and which way from `near`, as far as it is known: for a place known only to about a
 * kilometre, whole miles, and no direction close by.
 */
export function distanceText(
  words: Words,
  { point }: Pick<Provider, 'point'>,
  miles: number | null,
  near: PlacePoint | null,
): string {
  const { t } = words;
  if (miles === null || point === null) return t('directory:place.distanceUnknown');
  const rough = point.precision === 'area';
  if (!rough && miles < leastMiles) return t('directory:place.veryNear');
  const distance = milesText(words, miles, rough);
  const way = near && wayTo(near, point, miles);
  if (way === null) return t('directory:place.away', { distance });
  return t('directory:place.toward', { distance, way: t(`directory:place.direction.${way}`) });
}

function wayTo(near: PlacePoint, point: PlacePoint, miles: number): Direction | null {
  const exact = [near, point].every(({ precision }) => precision === 'postcode');
  return exact || miles >= leastMilesToPoint ? directionBetween(near, point) : null;
}

/** What stopping there adds to the way, in miles. */
export function detourText(
  words: Words,
  { point }: Pick<Provider, 'point'>,
  miles: number,
): string {
  const rough = point?.precision === 'area';
  if (!rough && miles < leastMiles) return words.t('directory:place.onTheWay');
  return words.t('directory:place.detour', { distance: milesText(words, miles, rough) });
}

function milesText({ t, format }: Words, miles: number, rough: boolean): string {
  if (rough) return t('directory:place.aboutMiles', { count: Math.max(1, Math.round(miles)) });
  const tenths = Math.round(miles * 10) / 10;
  return t('directory:place.miles', { count: tenths, miles: format.number(tenths) });
}

/** An age as families say it: months until two years, then years. */
export function ageText({ t }: Words, months: number): string {
  if (months === 0) return t('directory:place.birth');
  return months < 24
    ? t('directory:place.months', { count: months })
    : t('directory:place.years', { count: Math.floor(months / 12) });
}

/** `9 months to 4 years`; null when not said. */
export const agesText = (words: Words, { ages }: Pick<Provider, 'ages'>): string | null =>
  ages === null ? null : rangeText(words, ages);

function rangeText(words: Words, ages: Vacancy['ages']): string {
  const [from, to] = [ageText(words, ages.from), ageText(words, ages.to)];
  return from === to ? from : words.t('directory:place.agesFromTo', { from, to });
}

/** The lowest price, by the hour where that is known; null when not said. */
export function priceText(
  { t, format }: Words,
  { costs, isFree }: Pick<Provider, 'costs' | 'isFree'>,
): string | null {
  const [cheapest] = costs;
  if (cheapest === undefined) return isFree === true ? t('directory:place.free') : null;
  const hourly = pencePerHour(costs);
  const { unit, pence } = hourly === null ? cheapest : ({ unit: 'hour', pence: hourly } as const);
  if (pence === 0) return t('directory:place.free');
  const money = format.money(pence);
  return t('directory:place.priceFrom', { money, unit: t(`directory:place.unit.${unit}`) });
}

/**
 * The next free place: from when, and for which ages and days; for a child of `months` if any fits.
 * Full when that is what was said; null when nothing was said in three months. `today` is London's.
 */
export function vacancyText(
  words: Words,
  { vacancies }: Pick<Provider, 'vacancies'>,
  today: string,
  months: number | null,
): string | null {
  const counting = countingVacancies(vacancies, today);
  if (counting === null) return null;
  const fitting = counting.filter(
    ({ ages }) => months === null || (ages.from <= months && months <= ages.to),
  );
  const [next] = fitting.length > 0 ? fitting : counting;
  if (next === undefined) return words.t('directory:place.full');
  const text = freeText(words, next, today);
  const days = daysOf(counting, next);
  return days.length === 0
    ? text
    : words.t('directory:place.freeOn', {
        text,
        days: words.format.list(days.map((day) => words.format.weekday(day))),
      });
}

function freeText(words: Words, { ages, freeFrom }: Vacancy, today: string): string {
  const range = rangeText(words, ages);
  return freeFrom === null || freeFrom <= today
    ? words.t('directory:place.freeNow', { ages: range })
    : words.t('directory:place.freeFrom', { day: words.format.day(freeFrom), ages: range });
}

/** The weekdays of the places that are free like this one; none when it is free on any. */
function daysOf(vacancies: readonly Vacancy[], next: Vacancy): readonly number[] {
  const alike = vacancies.filter(
    ({ ages, freeFrom }) =>
      freeFrom === next.freeFrom && ages.from === next.ages.from && ages.to === next.ages.to,
  );
  const days = alike.map(({ day }) => day).filter((day) => day !== null);
  return days.length < alike.length ? [] : [...new Set(days)].sort((a, b) => a - b);
}
