import { plainChild, unknownAdult, unknownFamily } from '../circumstances.ts';
import type { Adult, Child, FamilyCircumstances } from '../circumstances.ts';
import type { Entitlement } from '../entitlement.ts';
import type { Reference } from '../figures.ts';
import { fundedHourSchemes } from '../schemes.ts';
import { timelineOf } from '../timeline-of.ts';

/** Free hours as a family knows them; those of every 3 and 4-year-old need not be said. */
export const saidHours = ['working', 'extra-support', 'not-sure'] as const;
export type SaidHours = (typeof saidHours)[number];
/** What helps to pay the bill: one of two, or none. */
export const saidHelps = ['universal-credit', 'tax-free-childcare', 'none', 'not-sure'] as const;
export type SaidHelp = (typeof saidHelps)[number];

/** What a family says that it has, or will have when care starts. */
export type Said = {
  /** `YYYY-MM`: the month of birth, or the month it is due. */
  readonly born: string;
  readonly hours: readonly SaidHours[];
  readonly help: SaidHelp;
  /** The child gets Disability Living Allowance. */
  readonly dla: boolean;
};

export const saidChildOf = ({ born, dla }: Said, today: string): Child => ({
  ...plainChild('child', born, born > today.slice(0, 7)),
  dla: dla ? 'yes' : 'no',
});

/**
 * What a family says that it has, with the dates that the law gives it for the child's age: lines as
 * of a timeline, to work a price out from. What it is not sure of is "perhaps". `today` is London's.
 */
export function entitlementsSaid(
  said: Said,
  today: string,
  reference: Reference,
): readonly Entitlement[] {
  const child = saidChildOf(said, today);
  const hours = timelineOf({ ...hoursFamily(said), children: [child] }, today, reference);
  const help = timelineOf({ ...helpFamily(said), children: [child] }, today, reference);
  return [
    ...hours.filter(({ scheme }) => fundedHourSchemes.some((one) => one === scheme)),
    ...help.filter(({ scheme }) => helpSchemes[said.help].some((one) => one === scheme)),
  ];
}

const helpSchemes = {
  'universal-credit': ['universal-credit'],
  'tax-free-childcare': ['tax-free-childcare'],
  none: [],
  'not-sure': ['universal-credit', 'tax-free-childcare'],
} as const;

const settled: FamilyCircumstances = {
  ...unknownFamily,
  universalCredit: 'no',
  lowEarnings: 'no',
  noRecourse: 'no',
  lowIncomeNoRecourse: 'no',
  asylumSupport: 'no',
  lowStudentIncome: 'no',
  vouchers: 'no',
  inLondon: 'no',
};
const worker: Adult = {
  work: 'employed',
  startsOn: null,
  leaveFor: null,
  earnsMinimum: 'yes',
  overLimit: 'no',
  student: 'no',
  under20: 'no',
};
const atHome: Adult = { ...worker, work: 'none', earnsMinimum: 'no' };

/** A family of which just so much is known that the rules give it the hours that it named. */
function hoursFamily({ hours }: Said): FamilyCircumstances {
  const isUnsure = hours.includes('not-sure');
  const extra = hours.includes('extra-support') ? 'yes' : isUnsure ? 'not-sure' : 'no';
  const works = hours.includes('working');
  return {
    ...settled,
    adults: [works ? worker : isUnsure ? unknownAdult : atHome],
    hasCode: works ? 'yes' : 'no',
    universalCredit: extra,
    lowEarnings: extra,
  };
}

function helpFamily({ help }: Said): FamilyCircumstances {
  if (help === 'not-sure') return unknownFamily;
  const universalCredit = help === 'universal-credit' ? 'yes' : 'no';
  return { ...settled, adults: [worker], universalCredit };
}

/** The first day after `on` on which free hours begin that are surely theirs; null when none do. */
export const laterHours = (entitlements: readonly Entitlement[], on: string): string | null =>
  entitlements
    .filter(({ verdict, hoursPerWeek }) => verdict === 'yes' && hoursPerWeek !== null)
    .flatMap(({ from }) => (from !== null && from > on ? [from] : []))
    .sort()[0] ?? null;
