import type { AskStep, StepAnswers } from '#brokerage/ask/steps.ts';
import { unasked, type Family } from '#brokerage/family.ts';
import type { Typed } from '#platform/http/form.ts';

/** What a mother in Sale types on each page, when it is 23 November 2026. */
export const typedAnswers = {
  wish: { wish: ['place'] },
  about: { relation: ['parent'] },
  children: { name: [''], month: ['5'], year: ['2024'] },
  place: { postcode: ['m33 2dh'], miles: ['3'] },
  start: { when: ['month'], month: ['1'], year: ['2027'] },
  times: { slots: ['mon-morning', 'sat-morning'] },
  kinds: {},
  'needs-1': { groups: ['equipment', 'health'], text: ['She laughs at buses'] },
  'care-1': { tasks: ['tube-feeding'] },
  money: {},
  tried: { place: ['Two nurseries'], reason: ['needs'], words: ['We are not trained'] },
  helpers: {},
  contact: {
    name: ['Amina'],
    channel: ['email'],
    email: ['amina@example.org'],
    phone: ['0161 496 0456'],
    speaks: ['ur'],
  },
  reach: { help: ['interpreter'] },
  sharing: { share: ['all'], team: ['yes'] },
} as const satisfies Readonly<Partial<Record<AskStep, Typed>>>;

/** The same as the answers of a draft are kept. */
export const sampleSteps: StepAnswers = typedAnswers;

/** The same family, understood. */
export const sampleFamily: Family = {
  ...unasked,
  language: 'en',
  wish: 'place',
  about: { relation: 'parent' },
  contact: {
    name: 'Amina',
    channel: 'email',
    email: 'amina@example.org',
    phone: '0161 496 0456',
    speaks: 'ur',
  },
  reach: { times: [], voicemail: 'not-sure', help: ['interpreter'], note: '' },
  children: [
    {
      ...{ name: '', born: '2024-05', groups: ['equipment', 'health'], plan: 'not-sure' },
      ...{ text: 'She laughs at buses', tasks: ['tube-feeding'], care: '' },
    },
  ],
  start: { when: 'month', month: '2027-01' },
  times: { slots: ['mon-morning', 'sat-morning'], notSure: false, term: 'not-sure', note: '' },
  place: { ...unasked.place, postcode: 'M33 2DH', miles: 3 },
  tried: [{ place: 'Two nurseries', reason: 'needs', words: 'We are not trained' }],
  sharing: { share: 'all', kinds: [], team: true },
  typed: Object.fromEntries(
    Object.entries(typedAnswers).map(([step, typed]) => [
      step,
      Object.fromEntries(Object.entries(typed).map(([name, values]) => [name, [...values]])),
    ]),
  ),
  cameFrom: { search: '', providerId: '', shortlist: [] },
};

/** The sample family with something about its child or itself changed. */
export const familyWith = (
  change: Partial<Family>,
  child: Partial<Family['children'][number]> = {},
): Family => {
  const [first] = sampleFamily.children;
  if (first === undefined) throw new Error('The sample family has a child');
  return { ...sampleFamily, children: [{ ...first, ...child }], ...change };
};
