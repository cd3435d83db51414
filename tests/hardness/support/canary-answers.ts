import { setTimeout as wait } from 'node:timers/promises';
import type { Fields } from './visitor.ts';

/** A professional's answers, each free text with a word of its own to look for. */
export const canaryAnswers = ({
  postcode,
  familyMail,
}: {
  readonly postcode: string;
  readonly familyMail: string;
}): Readonly<Record<string, Fields>> => ({
  wish: { wish: 'place' },
  about: { relation: 'professional' },
  agreement: { givenBy: 'Qzagreedby', how: 'by-phone', role: 'Qzrole', organisation: 'Qzoffice' },
  children: { name: 'Qzchildname', month: '5', year: '2024' },
  place: { postcode, miles: '3', school: 'Qzschool' },
  start: { when: 'soon', month: '', year: '' },
  times: { slots: ['mon-morning'], note: 'qztimesnote' },
  kinds: {},
  'needs-1': { groups: ['equipment'], text: 'qzneedstext' },
  'care-1': { tasks: ['tube-feeding'], care: 'qzcaretext' },
  money: {},
  tried: { place: 'Qztriedplace', reason: 'needs', words: 'qztriedtext' },
  helpers: { role: 'key-worker', name: 'Qzhelper', contact: 'qzhelpercontact', mayAsk: 'no' },
  contact: {
    ...{ name: 'Qzfamilyname', channel: 'email', email: familyMail },
    ...{ phone: '07700 900461', speaks: 'en' },
  },
  reach: { note: 'qzreachnote' },
  sharing: { share: 'all' },
});

/** Nobody answers faster than this; who does is looked at by a person before the queue. */
export const readable = () => wait(3_100);
