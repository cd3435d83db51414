import { z } from 'zod';
import { inclusionGroups, type InclusionGroup } from '#directory/inclusion-vocabulary.ts';
import { fundedSchemes, kindsIn } from '#directory/taxonomy.ts';
import { allSlots } from './week.ts';

/** What a family can want: help to find a place, or an answer to a question. */
export const wishes = ['place', 'advice'] as const;
export const relations = [
  'parent',
  'expecting',
  'kinship',
  'foster',
  'adopter',
  'professional',
] as const;
export const agreementWays = ['in-person', 'by-phone', 'in-writing'] as const;
export const channels = ['email', 'text', 'phone'] as const;
/** When a family may be phoned. */
export const safeTimes = ['morning', 'afternoon', 'evening', 'any'] as const;
export const yesNoUnsure = ['yes', 'no', 'not-sure'] as const;
/** What helps a family to talk or read with us. */
export const reachHelp = [
  'interpreter',
  'bsl',
  'relay',
  'large-print',
  'easy-read',
  'in-person',
] as const;
export const startTimes = ['soon', 'month', 'not-sure'] as const;
export const terms = ['term-time', 'all-year', 'not-sure'] as const;
export const nearPlaces = ['home', 'work', 'school', 'way'] as const;
export const travelWays = ['walk', 'bus', 'car', 'needs-transport'] as const;
/** How far a plan for a child's special educational needs has got (Children and Families Act 2014, Part 3). */
export const planStages = ['none', 'support', 'requested', 'plan', 'not-sure'] as const;
/** Health and care tasks that staff may have to be trained for. */
export const careTasks = [
  'tube-feeding',
  'seizures',
  'breathing',
  'allergy',
  'diabetes',
  'medicines',
  'toileting',
  'moving',
] as const;
/** What a family may get towards the cost, beside the funded hours. */
export const otherHelp = [
  'universal-credit',
  'tax-free-childcare',
  'student',
  'none',
  'not-sure',
] as const;
/** What providers said, in the family's account. */
export const triedReasons = [
  'full',
  'hours',
  'cost',
  'needs',
  'waiting-list',
  'no-answer',
  'other',
] as const;
export const helperRoles = [
  'health-visitor',
  'key-worker',
  'lead-professional',
  'social-worker',
  'school-or-nursery',
  'therapist',
  'jobcentre',
  'other',
] as const;
/** What the family allows providers to be told. */
export const sharings = ['all', 'times-only', 'ask-first'] as const;
export type Sharing = (typeof sharings)[number];
/** Which providers may be asked. */
export const askedKinds = ['groups', 'childminders', 'schools'] as const;
export const careKinds = kindsIn('childcare');

export const mostChildren = 6;

const child = z.object({
  name: z.string(),
  /** Month of birth, or month the baby is due, as `YYYY-MM`. */
  born: z.string(),
  groups: z.array(z.enum(inclusionGroups)),
  plan: z.enum(planStages),
  text: z.string(),
  tasks: z.array(z.enum(careTasks)),
  care: z.string(),
});
export type Child = z.infer<typeof child>;

/**
 * What a family told us, asked for as little as brokerage needs. It is kept only sealed with the
 * key of its case. A question has no more than `question` and `contact`.
 */
export const familySchema = z.object({
  /** The language the site was read in when the request was sent. */
  language: z.string(),
  wish: z.enum(wishes),
  question: z.string(),
  about: z.object({ relation: z.enum(relations) }),
  /** Who agreed that a professional asks, how, and who asks. */
  agreement: z
    .object({
      givenBy: z.string(),
      how: z.enum(agreementWays),
      role: z.string(),
      organisation: z.string(),
    })
    .nullable(),
  contact: z.object({
    name: z.string(),
    channel: z.enum(channels),
    email: z.string(),
    phone: z.string(),
    speaks: z.string(),
  }),
  reach: z.object({
    times: z.array(z.enum(safeTimes)),
    voicemail: z.enum(yesNoUnsure),
    help: z.array(z.enum(reachHelp)),
    note: z.string(),
  }),
  children: z.array(child),
  start: z.object({ when: z.enum(startTimes), month: z.string() }),
  times: z.object({
    slots: z.array(z.enum(allSlots)),
    notSure: z.boolean(),
    term: z.enum(terms),
    note: z.string(),
  }),
  /** Empty when any kind will do. */
  kinds: z.array(z.enum(careKinds)),
  place: z.object({
    postcode: z.string(),
    miles: z.number(),
    near: z.array(z.enum(nearPlaces)),
    otherPostcode: z.string(),
    school: z.string(),
    travel: z.array(z.enum(travelWays)),
  }),
  money: z.object({
    schemes: z.array(z.enum(fundedSchemes)),
    other: z.array(z.enum(otherHelp)),
    /** Whole pounds a week; null when not said. */
    weeklyPounds: z.number().nullable(),
  }),
  tried: z.array(z.object({ place: z.string(), reason: z.enum(triedReasons), words: z.string() })),
  helpers: z.array(
    z.object({
      role: z.enum(helperRoles),
      name: z.string(),
      contact: z.string(),
      mayAsk: z.enum(yesNoUnsure),
    }),
  ),
  sharing: z.object({
    share: z.enum(sharings),
    kinds: z.array(z.enum(askedKinds)),
    /** Whether the council's inclusion team may be told. */
    team: z.boolean(),
  }),
  /** The answers as they were typed, question by question, so that they can be changed. */
  typed: z.record(z.string(), z.record(z.string(), z.array(z.string()))),
  /** The places to ask first, by id. */
  first: z.array(z.string()),
  /** What was searched for, as the query of `/find`, the place they came from, what they kept. */
  cameFrom: z.object({
    search: z.string(),
    providerId: z.string(),
    shortlist: z.array(z.string()),
  }),
});
export type Family = z.infer<typeof familySchema>;

/** What is not asked of who only has a question. */
export const unasked: Omit<Family, 'language' | 'wish' | 'contact' | 'cameFrom'> = {
  question: '',
  about: { relation: 'parent' },
  agreement: null,
  reach: { times: [], voicemail: 'not-sure', help: [], note: '' },
  children: [],
  start: { when: 'not-sure', month: '' },
  times: { slots: [], notSure: true, term: 'not-sure', note: '' },
  kinds: [],
  place: { postcode: '', miles: 3, near: [], otherPostcode: '', school: '', travel: [] },
  money: { schemes: [], other: [], weeklyPounds: null },
  tried: [],
  helpers: [],
  sharing: { share: 'ask-first', kinds: [], team: false },
  first: [],
  typed: {},
};

/** Full months from a month of birth to a day; negative before birth. */
export function monthsOld(born: string, today: string): number {
  const [bornYear = 0, bornMonth = 0] = born.split('-').map(Number);
  const [year = 0, month = 0] = today.split('-').map(Number);
  return (year - bornYear) * 12 + (month - bornMonth);
}

/** The kinds of help that any of the children needs, each once. */
export const needGroups = ({ children }: Pick<Family, 'children'>): readonly InclusionGroup[] =>
  inclusionGroups.filter((group) => children.some(({ groups }) => groups.includes(group)));

/** The first day on which care is wanted: today unless a later month was named. */
export const startDay = ({ start }: Pick<Family, 'start'>, today: string): string =>
  start.when === 'month' && start.month > today.slice(0, 7) ? `${start.month}-01` : today;

/** The family, or as if it had only that one of its children, counted from 0. */
export const familyFor = (family: Family, child: number | undefined): Family =>
  child === undefined ? family : { ...family, children: family.children.slice(child, child + 1) };
