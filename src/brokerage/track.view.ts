import type { Query } from '#platform/http/addresses.ts';
import type { Ctx } from '#platform/context.ts';
import type { Words } from '#platform/i18n/words.ts';
import type { NextAction } from './case-status.ts';
import type { OpenCase } from './case-store.ts';
import type { Offer } from './offer-store.ts';
import type { ProviderAnswer } from './provider-answer.ts';
import type { EventKind, TimelineEvent } from './timeline.ts';
import type { TrackedRequest } from './track-request.ts';

type Href = (path: string, query?: Query) => string;

/** The family's page: where it stands, what comes next and by when, and what there is to choose. */
export function trackView({ words }: Ctx, href: Href, { subject, offers, events }: TrackedRequest) {
  const { t } = words;
  const isOpen = subject.status !== 'closed';
  return {
    reference: t('brokerage:track.reference', { reference: subject.reference }),
    status: t(statusKeys[subject.status]),
    next: nextText(words, subject),
    offers: offers.map((offer) => offerView(words, href, offer, isOpen)),
    events: events.map((event) => eventView(words, event)).toReversed(),
    withdrawHref: isOpen ? href('/track/withdraw') : null,
  };
}

const statusKeys = {
  new: 'brokerage:track.status.new',
  'in-progress': 'brokerage:track.status.inProgress',
  'waiting-provider': 'brokerage:track.status.waitingProvider',
  'waiting-family': 'brokerage:track.status.waitingFamily',
  closed: 'brokerage:track.status.closed',
} as const;

const nextKeys = {
  'contact-family': 'brokerage:track.next.contactFamily',
  'find-places': 'brokerage:track.next.findPlaces',
  'wait-for-provider': 'brokerage:track.next.waitForProvider',
  'read-answer': 'brokerage:track.next.readAnswer',
  'wait-for-family': 'brokerage:track.next.waitForFamily',
} as const satisfies Record<NextAction, string>;

function nextText({ t, format }: Words, { nextAction, nextActionDue, outcome }: OpenCase): string {
  if (nextAction !== null && nextActionDue !== null) {
    return t(nextKeys[nextAction], { day: format.weekdayAndDay(nextActionDue) });
  }
  if (outcome === 'placed-as-wanted' || outcome === 'placed-with-compromise')
    return t('brokerage:track.closedAs.placed');
  return t(
    outcome === 'withdrawn'
      ? 'brokerage:track.closedAs.withdrawn'
      : 'brokerage:track.closedAs.other',
  );
}

function offerView(
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
    providerHref: href(`/provider/${providerId}`),
    chooseHref: isOpen && status === 'open' ? href(`/track/choose/${id}`) : null,
    declineHref: isOpen && status === 'open' ? href(`/track/decline/${id}`) : null,
  };
}

/** How to reach the place that was chosen: links to phone and to write. */
const contactLinks = ({ phone, email }: Offer['detail']['contact']) => [
  ...(phone === '' ? [] : [{ text: phone, href: `tel:${phone.replace(/[^+\d]/g, '')}` }]),
  ...(email === '' ? [] : [{ text: email, href: `mailto:${email}` }]),
];

function saysText({ t, format }: Words, answer: ProviderAnswer): string {
  switch (answer.answer) {
    case 'yes':
      return answer.from === ''
        ? t('brokerage:track.saysYes')
        : t('brokerage:track.saysYesFrom', { day: format.day(answer.from) });
    case 'yes-if':
      return t('brokerage:track.saysYesIf', { condition: answer.condition });
    case 'visit-first':
      return t('brokerage:track.saysVisit');
    case 'no':
      return '';
  }
}

const eventKeys = {
  received: 'brokerage:track.event.received',
  claimed: 'brokerage:track.event.claimed',
  'provider-asked': 'brokerage:track.event.providerAsked',
  'provider-answered': 'brokerage:track.event.providerAnswered',
  'option-offered': 'brokerage:track.event.optionOffered',
  'option-chosen': 'brokerage:track.event.optionChosen',
  'option-declined': 'brokerage:track.event.optionDeclined',
  withdrawn: 'brokerage:track.event.withdrawn',
  closed: 'brokerage:track.event.closed',
} as const satisfies Record<EventKind, string>;

const eventView = ({ t, format }: Words, { at, kind, detail }: TimelineEvent) => ({
  text: t(eventKeys[kind], { name: detail.providerName ?? '' }),
  when: format.moment(new Date(at)),
});
