import type { WordKey } from '#platform/i18n/word-keys.ts';
import type { Words } from '#platform/i18n/words.ts';
import type { Family, Sharing } from './family.ts';
import { daysOf, partsOn } from './week.ts';

type Part<Name extends keyof Family> = Family[Name];
type WordsFor<Value extends string> = Readonly<Record<Value, WordKey>>;

export const relationWords: WordsFor<Part<'about'>['relation']> = {
  parent: 'brokerage:about.relation.parent',
  expecting: 'brokerage:about.relation.expecting',
  kinship: 'brokerage:about.relation.kinship',
  foster: 'brokerage:about.relation.foster',
  adopter: 'brokerage:about.relation.adopter',
  professional: 'brokerage:about.relation.professional',
};
export const relationHints: Partial<WordsFor<Part<'about'>['relation']>> = {
  kinship: 'brokerage:about.relation.kinshipHint',
  professional: 'brokerage:about.relation.professionalHint',
};
export const channelWords: WordsFor<Part<'contact'>['channel']> = {
  email: 'brokerage:contact.channel.email',
  text: 'brokerage:contact.channel.text',
  phone: 'brokerage:contact.channel.phone',
};
export const channelHints: WordsFor<Part<'contact'>['channel']> = {
  email: 'brokerage:contact.channel.emailHint',
  text: 'brokerage:contact.channel.textHint',
  phone: 'brokerage:contact.channel.phoneHint',
};
export const safeTimeWords: WordsFor<Part<'reach'>['times'][number]> = {
  morning: 'brokerage:reach.times.morning',
  afternoon: 'brokerage:reach.times.afternoon',
  evening: 'brokerage:reach.times.evening',
  any: 'brokerage:reach.times.any',
};
export const voicemailWords: WordsFor<Part<'reach'>['voicemail']> = {
  yes: 'brokerage:reach.voicemail.yes',
  no: 'brokerage:reach.voicemail.no',
  'not-sure': 'brokerage:reach.voicemail.notSure',
};
export const reachWords: WordsFor<Part<'reach'>['help'][number]> = {
  interpreter: 'brokerage:reach.help.interpreter',
  bsl: 'brokerage:reach.help.bsl',
  relay: 'brokerage:reach.help.relay',
  'large-print': 'brokerage:reach.help.largePrint',
  'easy-read': 'brokerage:reach.help.easyRead',
  'in-person': 'brokerage:reach.help.inPerson',
};
export const startWords: WordsFor<Part<'start'>['when']> = {
  soon: 'brokerage:start.when.soon',
  month: 'brokerage:start.when.month',
  'not-sure': 'brokerage:start.when.notSure',
};
export const termWords: WordsFor<Part<'times'>['term']> = {
  'term-time': 'brokerage:times.term.termTime',
  'all-year': 'brokerage:times.term.allYear',
  'not-sure': 'brokerage:times.term.notSure',
};
export const nearWords: WordsFor<Part<'place'>['near'][number]> = {
  home: 'brokerage:place.near.home',
  work: 'brokerage:place.near.work',
  school: 'brokerage:place.near.school',
  way: 'brokerage:place.near.way',
};
export const travelWords: WordsFor<Part<'place'>['travel'][number]> = {
  walk: 'brokerage:place.travel.walk',
  bus: 'brokerage:place.travel.bus',
  car: 'brokerage:place.travel.car',
  'needs-transport': 'brokerage:place.travel.needsTransport',
};
export const planWords: WordsFor<Part<'children'>[number]['plan']> = {
  none: 'brokerage:needs.plan.none',
  support: 'brokerage:needs.plan.support',
  requested: 'brokerage:needs.plan.requested',
  plan: 'brokerage:needs.plan.plan',
  'not-sure': 'brokerage:needs.plan.notSure',
};
export const taskWords: WordsFor<Part<'children'>[number]['tasks'][number]> = {
  'tube-feeding': 'brokerage:care.task.tubeFeeding',
  seizures: 'brokerage:care.task.seizures',
  breathing: 'brokerage:care.task.breathing',
  allergy: 'brokerage:care.task.allergy',
  diabetes: 'brokerage:care.task.diabetes',
  medicines: 'brokerage:care.task.medicines',
  toileting: 'brokerage:care.task.toileting',
  moving: 'brokerage:care.task.moving',
};
export const otherHelpWords: WordsFor<Part<'money'>['other'][number]> = {
  'universal-credit': 'brokerage:money.other.universalCredit',
  'tax-free-childcare': 'brokerage:money.other.taxFree',
  student: 'brokerage:money.other.student',
  none: 'brokerage:money.other.none',
  'not-sure': 'brokerage:money.other.notSure',
};
export const triedWords: WordsFor<Part<'tried'>[number]['reason']> = {
  full: 'brokerage:tried.reason.full',
  hours: 'brokerage:tried.reason.hours',
  cost: 'brokerage:tried.reason.cost',
  needs: 'brokerage:tried.reason.needs',
  'waiting-list': 'brokerage:tried.reason.waitingList',
  'no-answer': 'brokerage:tried.reason.noAnswer',
  other: 'brokerage:tried.reason.other',
};
export const roleWords: WordsFor<Part<'helpers'>[number]['role']> = {
  'health-visitor': 'brokerage:helpers.role.healthVisitor',
  'key-worker': 'brokerage:helpers.role.keyWorker',
  'lead-professional': 'brokerage:helpers.role.leadProfessional',
  'social-worker': 'brokerage:helpers.role.socialWorker',
  'school-or-nursery': 'brokerage:helpers.role.school',
  therapist: 'brokerage:helpers.role.therapist',
  jobcentre: 'brokerage:helpers.role.jobcentre',
  other: 'brokerage:helpers.role.other',
};
export const mayAskWords: WordsFor<Part<'helpers'>[number]['mayAsk']> = {
  yes: 'brokerage:helpers.mayAsk.yes',
  no: 'brokerage:helpers.mayAsk.no',
  'not-sure': 'brokerage:helpers.mayAsk.askMe',
};
export const sharingWords: WordsFor<Sharing> = {
  all: 'brokerage:sharing.share.all',
  'times-only': 'brokerage:sharing.share.timesOnly',
  'ask-first': 'brokerage:sharing.share.askFirst',
};
export const askedKindWords: WordsFor<Part<'sharing'>['kinds'][number]> = {
  groups: 'brokerage:sharing.kinds.groups',
  childminders: 'brokerage:sharing.kinds.childminders',
  schools: 'brokerage:sharing.kinds.schools',
};

/** The week that was asked for, a day to a line. */
export function timesText(
  { t, format }: Words,
  times: Pick<Family['times'], 'slots' | 'notSure'>,
): string {
  const lines = daysOf(times.slots).map((day) => {
    const parts = partsOn(times.slots, day).map((part) => t(`brokerage:part.${part}`));
    return `${t(`brokerage:day.${day}`)}: ${format.list(parts)}`;
  });
  return [...lines, ...(times.notSure ? [t('brokerage:times.notSure')] : [])].join('\n');
}

/** A spoken language by its name in the reader's language. */
export const spokenName = ({ language }: Words, code: string): string =>
  new Intl.DisplayNames([language.format], { type: 'language' }).of(code) ?? code;
