import { monthsOld, type Family } from '#brokerage/family.ts';

/** Ages that brokers think in, by the months at which each begins. */
const bandStarts = {
  'under-1': 0,
  '1': 12,
  '2': 24,
  '3-to-4': 36,
  '5-to-7': 60,
  '8-and-over': 96,
} as const;
export type AgeBand = keyof typeof bandStarts;
export const ageBands = [
  'under-1',
  '1',
  '2',
  '3-to-4',
  '5-to-7',
  '8-and-over',
] as const satisfies readonly AgeBand[];

/** All that is remembered of an open case, to filter by: it names nobody. */
export type CaseFacts = {
  /** A child has needs that a place must meet. */
  readonly hasNeeds: boolean;
  /** What the family speaks. */
  readonly language: string;
  readonly ward: { readonly code: string; readonly name: string } | null;
  readonly ages: readonly AgeBand[];
  /** The family lets the inclusion team read its request. */
  readonly letsTeamIn: boolean;
};

/** The facts of a family on a London day; a child who is not born yet counts as a baby. */
export function factsOf(family: Family, ward: CaseFacts['ward'], today: string): CaseFacts {
  const { children, contact, language, sharing } = family;
  const ages = children.map(({ born }) => bandOf(monthsOld(born, today)));
  return {
    hasNeeds: children.some(hasNeeds),
    language: contact.speaks === '' ? language : contact.speaks,
    ward,
    ages: ageBands.filter((band) => ages.includes(band)),
    letsTeamIn: sharing.team,
  };
}

const bandOf = (months: number): AgeBand =>
  ageBands.findLast((band) => months >= bandStarts[band]) ?? 'under-1';

const hasNeeds = ({ groups, plan, tasks }: Family['children'][number]): boolean =>
  groups.length > 0 || tasks.length > 0 || ['support', 'requested', 'plan'].includes(plan);

export type Filters = {
  readonly needs: boolean;
  readonly urgent: boolean;
  readonly language: string;
  /** A ward's code. */
  readonly ward: string;
  readonly age: AgeBand | '';
};
export const noFilters: Filters = { needs: false, urgent: false, language: '', ward: '', age: '' };

/** Whether a case is what was chosen; one that does not open is only found by what stands outside. */
export function fits(
  { isUrgent }: { readonly isUrgent: boolean },
  facts: CaseFacts | undefined,
  { needs, urgent, language, ward, age }: Filters,
): boolean {
  const asked: readonly (readonly [boolean, boolean | undefined])[] = [
    [urgent, isUrgent],
    [needs, facts?.hasNeeds],
    [language !== '', facts?.language === language],
    [ward !== '', facts?.ward?.code === ward],
    [age !== '', facts?.ages.some((band) => band === age)],
  ];
  return asked.every(([isAsked, isSo]) => !isAsked || isSo === true);
}
