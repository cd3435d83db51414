import type { WordKey } from '#platform/i18n/word-keys.ts';
import type { Words } from '#platform/i18n/words.ts';
import { kindWords } from './directory-words.ts';
import { latestInspection, type Inspection, type Provider } from './provider.ts';

/** Its name, or "Childminder in M33" for one who has not published it. */
export function placeName({ t }: Words, provider: Provider): string {
  if (provider.name !== null) return provider.name;
  const kind = t(kindWords[provider.kind]);
  return t('directory:place.unnamed', { kind, area: areaOf(provider) });
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

/** How far, as far as it is known: for a place known only by its postcode district, whole miles. */
export function distanceText(
  { t, format }: Words,
  provider: Provider,
  miles: number | null,
): string {
  if (miles === null) return t('directory:place.distanceUnknown');
  if (provider.point?.precision === 'outcode') {
    return t('directory:place.aboutMilesAway', { count: Math.max(1, Math.round(miles)) });
  }
  return t('directory:place.milesAway', { miles: format.number(Math.round(miles * 10) / 10) });
}

/** An age as families say it: months until two years, then years. */
export function ageText({ t }: Words, months: number): string {
  if (months === 0) return t('directory:place.birth');
  return months < 24
    ? t('directory:place.months', { count: months })
    : t('directory:place.years', { count: Math.floor(months / 12) });
}

export function agesText(words: Words, { ages }: Provider): string | null {
  if (ages === null) return null;
  return words.t('directory:place.agesFromTo', {
    from: ageText(words, ages.from),
    to: ageText(words, ages.to),
  });
}

export function priceText({ t, format }: Words, { costs }: Provider): string | null {
  const [cheapest] = costs.toSorted((a, b) => a.pence - b.pence);
  if (cheapest === undefined) return null;
  return t('directory:place.priceFrom', {
    money: format.money(cheapest.pence),
    unit: t(`directory:place.unit.${cheapest.unit}`),
  });
}

export function vacancyText({ t, format }: Words, { vacancies }: Provider): string | null {
  const [first] = vacancies;
  if (first === undefined) return null;
  const free = vacancies.some(({ places }) => places > 0);
  return t(free ? 'directory:place.vacancies' : 'directory:place.noVacancies', {
    day: format.day(first.asAt),
  });
}

/** The inspection's own words, its framework's scale and its day; scales are never mixed. */
export function inspectionText(words: Words, provider: Provider): string | null {
  const inspection = latestInspection(provider);
  if (inspection === null) return null;
  const result = resultText(words, inspection);
  const day = words.t('directory:provider.inspectionOn', {
    day: words.format.day(inspection.inspectedOn),
  });
  return result === null ? day : `${result}. ${day}`;
}

const gradeKeys: Readonly<Record<number, WordKey>> = {
  1: 'directory:grade.1',
  2: 'directory:grade.2',
  3: 'directory:grade.3',
  4: 'directory:grade.4',
};
const complianceKeys: Readonly<Record<string, WordKey>> = {
  Met: 'directory:provider.inspectionWords.met',
  'Not Met (with actions)': 'directory:provider.inspectionWords.notMetActions',
  'Not Met (enforcement)': 'directory:provider.inspectionWords.notMet',
};

export function resultText({ t }: Words, inspection: Inspection): string | null {
  const grade = inspection.overallGrade === null ? undefined : gradeKeys[inspection.overallGrade];
  if (grade !== undefined) return t('directory:provider.grade', { grade: t(grade) });
  if (inspection.compliance === null) return null;
  const key = complianceKeys[inspection.compliance];
  return t('directory:provider.compliance', { result: key ? t(key) : inspection.compliance });
}
