import { londonDay } from '#platform/calendar/london-time.ts';
import type { Query } from '#platform/http/addresses.ts';
import type { WordKey } from '#platform/i18n/word-keys.ts';
import type { Words } from '#platform/i18n/words.ts';
import { isAddedPlace } from './added-place.ts';
import { changeWords, waitWords } from './answer-words.ts';
import type { Offer } from './offer-store.ts';
import type { ProviderAnswer, ReasonCode } from './provider-answer.ts';
import type { AskedPlace } from './track-asked-store.ts';

type Href = (path: string, query?: Query) => string;

/** A place put before the family: what it says, and what the family can do. */
export function offerView(
  words: Words,
  href: Href,
  { id, providerId, status, detail }: Offer,
  isOpen: boolean,
) {
  const { t } = words;
  const { note } = detail.answer;
  return {
    name: detail.providerName,
    state: t(`brokerage:track.optionState.${status}`),
    says: saysText(words, detail.answer),
    visit: 'visit' in detail.answer && detail.answer.visit ? t('brokerage:track.visit') : null,
    note: note === '' ? null : note,
    contact: status === 'chosen' ? contactLinks(detail.contact) : [],
    providerHref: placeHref(href, providerId),
    chooseHref: isOpen && status === 'open' ? href(`/track/choose/${id}`) : null,
    declineHref: isOpen && status === 'open' ? href(`/track/decline/${id}`) : null,
    askHref: isOpen ? href('/track/message', { about: id }) : null,
  };
}

/** Its page; null for a place that is not in the directory. */
const placeHref = (href: Href, providerId: string): string | null =>
  isAddedPlace(providerId) ? null : href(`/provider/${providerId}`);

/** How to reach the place that was chosen: links to phone and to write. */
const contactLinks = ({ phone, email }: Offer['detail']['contact']) => [
  ...(phone === '' ? [] : [{ text: phone, href: `tel:${phone.replace(/[^+\d]/g, '')}` }]),
  ...(email === '' ? [] : [{ text: email, href: `mailto:${email}` }]),
];

/** What a provider said, in plain words; a refusal with its reason. */
export function saysText({ t, format }: Words, answer: ProviderAnswer): string {
  switch (answer.answer) {
    case 'yes':
      return answer.from === ''
        ? t('brokerage:track.saysYes')
        : t('brokerage:track.saysYesFrom', { day: format.day(answer.from) });
    case 'yes-if':
      return t('brokerage:track.saysYesIf', {
        condition:
          answer.condition ||
          format.list((answer.changes ?? []).map((kind) => t(changeWords[kind]))),
      });
    case 'visit-first':
      return t('brokerage:track.saysVisit');
    case 'waiting-list':
      return t('brokerage:track.saysWaiting', { wait: t(waitWords[answer.wait]) });
    case 'no':
      return t('brokerage:track.saysNo', { reason: t(cannotWords[answer.reason]) });
  }
}

export const cannotWords = {
  full: 'brokerage:track.cannot.full',
  'age-group-full': 'brokerage:track.cannot.ageGroupFull',
  'hours-not-offered': 'brokerage:track.cannot.hoursNotOffered',
  cost: 'brokerage:track.cannot.cost',
  staffing: 'brokerage:track.cannot.staffing',
  training: 'brokerage:track.cannot.training',
  access: 'brokerage:track.cannot.access',
  equipment: 'brokerage:track.cannot.equipment',
  'funding-awaited': 'brokerage:track.cannot.fundingAwaited',
  'fewer-hours': 'brokerage:track.cannot.fewerHours',
  'no-funded-only': 'brokerage:track.cannot.noFundedOnly',
  'extra-charge': 'brokerage:track.cannot.extraCharge',
  'medical-training': 'brokerage:track.cannot.medicalTraining',
  transport: 'brokerage:track.cannot.transport',
  discouraged: 'brokerage:track.cannot.discouraged',
  'no-reply': 'brokerage:track.cannot.noReply',
  'family-declined': 'brokerage:track.cannot.familyDeclined',
  other: 'brokerage:track.cannot.other',
} as const satisfies Record<ReasonCode, WordKey>;

/**
 * A place that was asked and is not an option: it cannot, has not said yet, or its answer is still
 * being read by the broker. Its own words wait until the broker puts them before the family.
 */
export function askedRow(words: Words, href: Href, place: AskedPlace, isOpen: boolean) {
  const { t, format } = words;
  const { answer } = place;
  const asked = t('brokerage:track.askedOn', {
    day: format.weekdayAndDay(londonDay(new Date(place.askedAt))),
  });
  const row = { name: place.providerName, providerHref: placeHref(href, place.providerId) };
  if (answer?.answer === 'no') {
    return { ...row, state: t('brokerage:track.askedState.no'), says: saysText(words, answer) };
  }
  if (answer !== null) {
    const says = t(isOpen ? 'brokerage:track.beingRead' : 'brokerage:track.notNeeded');
    return { ...row, state: t('brokerage:track.askedState.answered'), says };
  }
  const due = t('brokerage:track.answerDue', { day: format.weekdayAndDay(place.answerDue) });
  return {
    ...row,
    state: t('brokerage:track.askedState.waiting'),
    says: isOpen ? `${asked} ${due}` : asked,
  };
}
