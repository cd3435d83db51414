import type { AskStep } from '#brokerage/ask/steps.ts';
import type { Family } from '#brokerage/family.ts';
import type { Typed } from '#platform/http/form.ts';

/** What a mother in Sale types on each page, when it is 23 November 2026. */
export const typedAnswers: Readonly<Record<AskStep, Typed>> = {
  about: { relation: ['parent'], name: ['Amina'] },
  contact: {
    channel: ['email'],
    email: ['amina@example.org'],
    phone: ['0161 496 0456'],
    speaks: ['ur'],
    interpreter: ['yes'],
  },
  child: { month: ['5'], year: ['2024'] },
  needs: { groups: ['equipment', 'health'], text: ['She laughs at buses'] },
  times: { slots: ['mon-morning', 'sat-morning'], month: ['1'], year: ['2027'] },
  place: { postcode: ['m33 2dh'], miles: ['3'] },
  tried: { text: ['Two nurseries said no'] },
  sharing: { share: ['all'] },
};

/** The same family, understood. */
export const sampleFamily: Family = {
  language: 'en',
  about: { relation: 'parent', name: 'Amina' },
  contact: {
    channel: 'email',
    email: 'amina@example.org',
    phone: '0161 496 0456',
    voicemail: false,
    interpreter: true,
    speaks: 'ur',
  },
  child: { born: '2024-05' },
  needs: { groups: ['equipment', 'health'], text: 'She laughs at buses' },
  times: { start: '2027-01', slots: ['mon-morning', 'sat-morning'], notSure: false },
  place: { postcode: 'M33 2DH', miles: 3 },
  tried: { text: 'Two nurseries said no' },
  sharing: { share: 'all' },
  cameFrom: { search: '', providerId: '' },
};
