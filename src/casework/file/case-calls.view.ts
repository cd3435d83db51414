import type { OpenCase } from '#brokerage/case-store.ts';
import {
  reachWords,
  safeTimeWords,
  spokenName,
  voicemailWords,
  channelWords,
} from '#brokerage/family-words.ts';
import type { Query } from '#platform/http/addresses.ts';
import type { Ctx } from '#platform/context.ts';
import type { WordKey } from '#platform/i18n/word-keys.ts';
import type { Words } from '#platform/i18n/words.ts';
import {
  callDirections,
  callResults,
  triesBeforeLost,
  unansweredTries,
  type Call,
  type CallDirection,
  type CallResult,
} from './call.ts';
import { staffWith } from '../staff-rights.ts';
import { isSafeTime, mayLeaveMessage, mustReadFirst } from './safe-contact.ts';

type Href = (path: string, query?: Query) => string;

export const resultWords = {
  reached: 'caseFile:call.result.reached',
  voicemail: 'caseFile:call.result.voicemail',
  'no-answer': 'caseFile:call.result.noAnswer',
} as const satisfies Record<CallResult, WordKey>;
export const directionWords = {
  out: 'caseFile:call.direction.out',
  in: 'caseFile:call.direction.in',
  'in-person': 'caseFile:call.direction.inPerson',
} as const satisfies Record<CallDirection, WordKey>;

/** How the family may be reached, when, and (once the rules have been read, if they must be) its number. */
export function reachView(ctx: Ctx, subject: OpenCase, hasRead: boolean) {
  const { words, clock } = ctx;
  const { t } = words;
  const { contact, reach } = subject.family;
  const now = clock.now();
  const mustRead = mustReadFirst(subject.family, now);
  const hasPhone = contact.phone !== '' && staffWith('work', ctx.actor).ok;
  const isShown = hasPhone && (hasRead || !mustRead);
  const rules = [
    { key: t('caseFile:reach.channel'), text: t(channelWords[contact.channel]) },
    {
      key: t('caseFile:reach.times'),
      text:
        reach.times.length === 0
          ? t('caseFile:reach.timesNotSaid')
          : reach.times.map((time) => t(safeTimeWords[time])).join('\n'),
    },
    { key: t('caseFile:reach.voicemail'), text: t(voicemailWords[reach.voicemail]) },
    { key: t('caseFile:reach.speaks'), text: spokenName(words, contact.speaks) },
    { key: t('caseFile:reach.help'), text: reach.help.map((one) => t(reachWords[one])).join('\n') },
    { key: t('caseFile:reach.note'), text: reach.note },
  ];
  return {
    rules: rules.filter(({ text }) => text !== ''),
    warnings: warningsOf(words, subject, now),
    hasPhone,
    noPhone: contact.phone === '',
    phone: isShown ? contact.phone : null,
    dial: isShown ? `tel:${contact.phone.replace(/[^+\d]/g, '')}` : null,
  };
}

function warningsOf({ t }: Words, { family }: OpenCase, now: Date): readonly string[] {
  const { channel } = family.contact;
  return [
    ...(isSafeTime(family, now) ? [] : [t('caseFile:reach.notNow')]),
    ...(mayLeaveMessage(family) ? [] : [t('caseFile:reach.noMessage')]),
    ...(channel === 'phone' ? [] : [t(`caseFile:reach.prefers.${channel}`)]),
    ...(family.reach.help.includes('interpreter') ? [t('caseFile:reach.interpreterFirst')] : []),
  ];
}

/** The calls so far, newest first, and whether contact may be called lost. */
export function callsView(
  words: Words,
  href: Href,
  { reference, status }: Pick<OpenCase, 'reference' | 'status'>,
  calls: readonly Call[],
) {
  const { t } = words;
  const tries = unansweredTries(calls);
  const isLost = tries >= triesBeforeLost && status !== 'closed';
  return {
    rows: calls.map((call) => callRow(words, call)),
    lost: isLost
      ? {
          text: t('caseFile:call.lost', { count: tries }),
          href: href(`/staff/case/${reference}/close`, { outcome: 'lost-contact' }),
          link: t('caseFile:call.lostLink'),
        }
      : null,
    results: callResults.map((value) => ({ value, text: t(resultWords[value]) })),
    directions: callDirections.map((value) => ({ value, text: t(directionWords[value]) })),
  };
}

const callRow = ({ t, format }: Words, call: Call) => ({
  id: call.id,
  text: t(resultWords[call.result]),
  how: t(directionWords[call.direction]),
  who: t('caseFile:note.by', { name: call.by, moment: format.moment(new Date(call.at)) }),
  interpreter: call.interpreter ? t('caseFile:call.withInterpreter') : null,
  note: call.note === '' ? null : call.note,
});
