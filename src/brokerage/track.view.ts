import { londonDay } from '#platform/calendar/london-time.ts';
import type { Provider } from '#directory/provider.ts';
import type { Query } from '#platform/http/addresses.ts';
import type { Ctx } from '#platform/context.ts';
import type { Words } from '#platform/i18n/words.ts';
import type { NextAction } from './case-status.ts';
import type { OpenCase } from './case-store.ts';
import type { Message } from './message.ts';
import { familyPriceView } from './match/family-price.view.ts';
import { lastDayToReopen, mayWrite } from './reopen.ts';
import type { FamilyEvent, FamilyEventKind } from './timeline.ts';
import { askedRow, offerView } from './track-options.view.ts';
import type { TrackedRequest } from './track-request.ts';

type Href = (path: string, query?: Query) => string;

/** The family's page: where it stands, what comes next and by when, and what there is to do. */
export function trackView(ctx: Ctx, href: Href, tracked: TrackedRequest) {
  const { words, ids } = ctx;
  const { t } = words;
  const { subject, offers, places, asked, messages, events, feedback } = tracked;
  const isOpen = subject.status !== 'closed';
  const today = londonDay(ctx.clock.now());
  const canWrite = mayWrite(subject, today);
  const priceAt = (place: Provider) => familyPriceView(words, place, subject.family, today);
  return {
    reference: t('brokerage:track.reference', { reference: subject.reference }),
    status: statusText(words, subject),
    next: nextText(words, subject),
    offers: offers.map((offer) => {
      const place = places.get(offer.providerId);
      return { ...offerView(words, href, offer, isOpen), price: place ? priceAt(place) : null };
    }),
    asked: asked.map((place) => askedRow(words, href, place, isOpen)),
    messages: messages.map((message) => messageRow(words, message)),
    unread: messages.filter(({ from, readAt }) => from === 'staff' && readAt === null).length,
    events: events.map((event) => eventView(words, event)).toReversed(),
    once: ids.id(),
    writeHref: canWrite ? href('/track/message') : null,
    writeHint: writeHint(words, subject),
    tooLateHref: canWrite ? null : href('/ask'),
    changeHref: isOpen ? href('/track/change') : null,
    changedHref: isOpen ? href('/track/message', { about: 'changed' }) : null,
    withdrawHref: isOpen ? href('/track/withdraw') : null,
    feedback: isOpen ? null : feedbackLink(words, href, feedback !== null),
    summaryHref: href('/track/summary'),
    downloadHref: href('/track/download'),
    dataHref: href('/track/download', { as: 'json' }),
    deleteHref: href('/track/delete'),
    askAgainHref: isOpen ? null : href('/ask'),
  };
}

/** What happens to what a family writes: on a closed request, that it is opened again. */
export function writeHint({ t, format }: Words, subject: OpenCase): string {
  const last = lastDayToReopen(subject);
  return last === null
    ? t('brokerage:message.hint')
    : t('brokerage:message.reopens', { day: format.weekdayAndDay(last) });
}

const feedbackLink = ({ t }: Words, href: Href, isGiven: boolean) => ({
  href: href('/track/feedback'),
  text: t(isGiven ? 'brokerage:feedback.change' : 'brokerage:feedback.link'),
  thanks: isGiven ? t('brokerage:feedback.thanks') : null,
});

const statusKeys = {
  new: 'brokerage:track.status.new',
  'in-progress': 'brokerage:track.status.inProgress',
  'waiting-provider': 'brokerage:track.status.waitingProvider',
  'waiting-family': 'brokerage:track.status.waitingFamily',
  closed: 'brokerage:track.status.closed',
} as const;

const statusText = ({ t }: Words, { status, nextAction }: OpenCase): string =>
  t(nextAction === 'confirm-place' ? 'brokerage:track.status.confirming' : statusKeys[status]);

const nextKeys = {
  'contact-family': 'brokerage:track.next.contactFamily',
  'find-places': 'brokerage:track.next.findPlaces',
  'wait-for-provider': 'brokerage:track.next.waitForProvider',
  'read-answer': 'brokerage:track.next.readAnswer',
  'read-message': 'brokerage:track.next.readMessage',
  'wait-for-family': 'brokerage:track.next.waitForFamily',
  'confirm-place': 'brokerage:track.next.confirmPlace',
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

const messageRow = ({ t, format }: Words, { at, from, text, readAt }: Message) => ({
  text,
  isOwn: from === 'family',
  isNew: from === 'staff' && readAt === null,
  who: t(from === 'family' ? 'brokerage:message.you' : 'brokerage:message.team'),
  when: format.moment(new Date(at)),
});

const eventKeys = {
  received: 'brokerage:track.event.received',
  claimed: 'brokerage:track.event.claimed',
  'provider-asked': 'brokerage:track.event.providerAsked',
  'option-offered': 'brokerage:track.event.optionOffered',
  'option-chosen': 'brokerage:track.event.optionChosen',
  'option-declined': 'brokerage:track.event.optionDeclined',
  'message-from-family': 'brokerage:track.event.messageFromFamily',
  'message-from-staff': 'brokerage:track.event.messageFromStaff',
  withdrawn: 'brokerage:track.event.withdrawn',
  closed: 'brokerage:track.event.closed',
  'feedback-given': 'brokerage:track.event.feedbackGiven',
  changed: 'brokerage:track.event.changed',
  reopened: 'brokerage:track.event.reopened',
  referred: 'brokerage:track.event.referred',
  'place-confirmed': 'brokerage:track.event.placeConfirmed',
} as const satisfies Record<FamilyEventKind, string>;

export const eventView = ({ t, format }: Words, { at, kind, detail }: FamilyEvent) => ({
  text: t(eventKeys[kind], { name: detail.providerName ?? '' }),
  when: format.moment(new Date(at)),
});
