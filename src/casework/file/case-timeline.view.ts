import type { EventKind, TimelineEvent } from '#brokerage/timeline.ts';
import type { Query } from '#platform/http/addresses.ts';
import type { Words } from '#platform/i18n/words.ts';
import { caseEvents } from './case-events.view.ts';

type Href = (path: string, query?: Query) => string;
export const timelineShows = ['all', 'messages', 'calls', 'places', 'steps'] as const;
export type TimelineShow = (typeof timelineShows)[number];
export const timelineShow = (asked: string | null): TimelineShow =>
  timelineShows.find((show) => show === asked) ?? 'all';

type EventType = Exclude<TimelineShow, 'all'>;
const typeOf: Readonly<Record<EventKind, EventType>> = {
  received: 'steps',
  claimed: 'steps',
  'provider-asked': 'places',
  'provider-answered': 'places',
  'option-offered': 'places',
  'option-chosen': 'places',
  'option-declined': 'places',
  'message-from-family': 'messages',
  'message-from-staff': 'messages',
  withdrawn: 'steps',
  closed: 'steps',
  'feedback-given': 'messages',
  changed: 'steps',
  reopened: 'steps',
  'call-logged': 'calls',
  'handed-over': 'steps',
  'siblings-linked': 'steps',
  merged: 'steps',
  'taken-apart': 'steps',
  referred: 'steps',
  'provider-reminded': 'places',
  'place-confirmed': 'places',
  'followed-up': 'calls',
  'complaint-received': 'messages',
};

/** What has happened, newest first, of one type or all; and the links from one to another. */
export function timelineView(
  words: Words,
  href: Href,
  reference: string,
  events: readonly TimelineEvent[],
  show: TimelineShow,
) {
  const { t } = words;
  const shown = events.filter(({ kind }) => show === 'all' || typeOf[kind] === show);
  const texts = caseEvents(words, shown);
  return {
    shows: timelineShows.map((one) => ({
      text: t(`caseFile:timeline.${one}`),
      href: `${href(`/staff/case/${reference}`, one === 'all' ? {} : { show: one })}#timeline`,
      current: one === show,
    })),
    events: texts.map((event, index) => {
      const kind = shown[shown.length - 1 - index]?.kind;
      return { ...event, tag: kind === undefined ? '' : t(`caseFile:timeline.${typeOf[kind]}`) };
    }),
    empty: texts.length === 0 ? t('caseFile:timeline.none') : null,
  };
}
