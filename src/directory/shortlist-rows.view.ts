import type { Words } from '#platform/i18n/words.ts';
import { inclusionWord } from './directory-words.ts';
import { inclusionAttributes } from './inclusion-vocabulary.ts';
import { effectiveAnswer } from './inclusion.ts';
import { inspectionLine } from './inspection-words.ts';
import { agesText, whereText } from './place-words.ts';
import { languagesText } from './provider-about.view.ts';
import { milesText } from './provider-around.view.ts';
import { costLine, costText } from './provider-costs.view.ts';
import { placesText } from './provider-head.view.ts';
import { pencePerHour, type PlacePoint, type Provider } from './provider.ts';
import { hoursLines } from './shortlist-hours.view.ts';
import { isChildcare, kindName, schemeName } from './taxonomy.ts';

export type Compared = {
  readonly provider: Provider;
  /** Null when nobody asked from where, or where it is is not known. */
  readonly miles: number | null;
};
type Cell = {
  readonly lines: readonly string[];
  readonly foreign: boolean;
  /** What stands there when it has no lines. */
  readonly none: string;
};
type Asked = {
  readonly words: Words;
  readonly today: string;
  readonly near: PlacePoint | null;
};

const manyHighlights = 8;
const some = (said: string | null): readonly string[] => (said === null ? [] : [said]);

/** One line of the comparison for one place; no lines when it was not said. */
const cells = {
  kind: ({ words }, { provider }) => [kindName(words, provider.kind)],
  where: ({ words }, { provider }) => [whereText(words, provider)],
  distance: ({ words, near }, { provider, miles }) =>
    miles === null ? [] : [milesText(words, provider, miles, near)],
  ages: ({ words }, { provider }) => some(agesText(words, provider)),
  vacancies: ({ words, today }, { provider }) => {
    const places = placesText(words, provider, today);
    return places === null ? [] : [places.text, places.note];
  },
  hours: ({ words }, { provider }) => hoursLines(words, provider),
  price: ({ words }, { provider: { costs, isFree } }) => {
    const pence = pencePerHour(costs) ?? (isFree === true && costs.length === 0 ? 0 : null);
    if (pence === null) return [];
    const hourly = { unit: 'hour', hours: null, label: null, includes: null, ages: null } as const;
    return [costText(words, { ...hourly, pence })];
  },
  prices: ({ words }, { provider }) => provider.costs.map((cost) => costLine(words, cost)),
  funded: ({ words }, { provider }) =>
    provider.funded.map(({ scheme }) => schemeName(words, scheme)),
  inspection: ({ words }, { provider }) => some(inspectionLine(words, provider)),
  inclusion: inclusionLines,
  languages: ({ words }, { provider }) => some(languagesText(words, provider)),
  meals: (_asked, { provider }) => some(provider.meals),
  schools: (_asked, { provider }) => provider.schoolRuns.map(({ name }) => name),
  contact: (_asked, { provider: { phone, email } }) =>
    [phone, email].filter((said) => said !== null),
} as const satisfies Record<string, (asked: Asked, compared: Compared) => readonly string[]>;

type RowName = keyof typeof cells;
const rowNames: readonly RowName[] = [
  ...(['kind', 'where', 'distance', 'ages', 'vacancies', 'hours', 'price', 'prices'] as const),
  ...(['funded', 'inspection', 'inclusion', 'languages', 'meals', 'schools', 'contact'] as const),
];
/** The provider's own words, in English. */
const foreignRows: readonly RowName[] = ['meals', 'schools', 'contact'];

/** The comparison line by line; a line of which no place has said anything is left out. */
export function comparedRows(asked: Asked, places: readonly Compared[]) {
  return rowNames.flatMap((name) => {
    const row: readonly Cell[] = places.map((place) => ({
      lines: cells[name](asked, place),
      foreign: foreignRows.includes(name) || (name === 'where' && place.provider.address !== null),
      none: noneText(asked, name, place),
    }));
    if (row.every(({ lines }) => lines.length === 0)) return [];
    return [{ name, label: asked.words.t(`directory:shortlist.compare.row.${name}`), cells: row }];
  });
}

const careRows: readonly RowName[] = ['vacancies', 'funded', 'inspection', 'schools'];

/** Not said, or, for what only childcare has, that it does not apply. */
function noneText({ words }: Asked, name: RowName, { provider }: Compared): string {
  if (careRows.includes(name) && !isChildcare(provider.kind))
    return words.t('directory:shortlist.compare.notForThis');
  return name === 'inspection'
    ? words.t('directory:provider.glance.notInspected')
    : words.t('directory:provider.notSaid');
}

/** What it offers, with or without notice: the first few, and how many more. */
function inclusionLines({ words, today }: Asked, { provider }: Compared): readonly string[] {
  const { t } = words;
  const offered = inclusionAttributes.flatMap(({ key }) => {
    const answer = effectiveAnswer(provider.inclusion.get(key), today);
    const label = t(inclusionWord(key));
    if (answer === 'yes') return [label];
    return answer === 'with-notice' ? [t('directory:shortlist.compare.notice', { label })] : [];
  });
  const more = offered.length - manyHighlights;
  return more <= 0
    ? offered
    : [...offered.slice(0, manyHighlights), t('directory:shortlist.compare.more', { count: more })];
}
