import type { Query } from '#platform/http/addresses.ts';
import { londonDay } from '#platform/calendar/london-time.ts';
import type { Ctx } from '#platform/context.ts';
import type { Words } from '#platform/i18n/words.ts';
import { needGroups } from '#brokerage/family.ts';
import { daysOf } from '#brokerage/week.ts';
import { inclusionGroupWord } from '#directory/directory-words.ts';
import { clockText, nextWords, outcomeWords } from '../case-words.ts';
import type { Queue, QueueRow } from './list-queue.ts';
import { queueViews } from './queue.ts';
import { agesText } from '../file/case-facts.view.ts';

type Href = (path: string, query?: Query) => string;

/** The brokers' page: the views with their counts, and a row for each request. */
export function queueView({ words, clock }: Ctx, href: Href, queue: Queue) {
  const { t } = words;
  const today = londonDay(clock.now());
  return {
    views: queueViews.map((view) => ({
      text: t('casework:queue.count', {
        label: t(`casework:queue.view.${view}`),
        total: queue.counts[view],
      }),
      href: href('/staff', { view }),
      current: view === queue.view,
    })),
    unreadable:
      queue.unreadable.length === 0
        ? null
        : t('casework:queue.unreadable', { list: words.format.list(queue.unreadable) }),
    empty: queue.counts[queue.view] === 0 ? t(`casework:queue.empty.${queue.view}`) : null,
    rows: queue.rows.map((row) => rowView(words, href, row, today)),
    previous: queue.page > 1 ? href('/staff', { view: queue.view, page: queue.page - 1 }) : null,
    next:
      queue.page < queue.pageCount
        ? href('/staff', { view: queue.view, page: queue.page + 1 })
        : null,
  };
}

function rowView(words: Words, href: Href, { subject, clock }: QueueRow, today: string) {
  const { t } = words;
  const { contact, times, place, wish } = subject.family;
  const days = daysOf(times.slots).map((day) => t(`brokerage:day.${day}`));
  const groups = needGroups(subject.family).map((group) => t(inclusionGroupWord(group)));
  const need = wish === 'advice' ? [t('casework:queue.advice')] : [...groups, ...days];
  return {
    reference: subject.reference,
    href: href(`/staff/case/${subject.reference}`),
    who: t('casework:who', {
      name: contact.name === '' ? t('casework:noName') : contact.name,
      age: agesText({ words, today }, subject.family),
    }),
    need: [place.postcode.split(' ')[0], words.format.list(need)].filter(Boolean).join(' · '),
    next:
      subject.nextAction === null
        ? t(outcomeWords[subject.outcome ?? 'withdrawn'])
        : t(nextWords[subject.nextAction]),
    clock: clockText(words, clock, subject.nextActionDue),
    late: clock.kind === 'overdue',
    soon: clock.kind === 'today',
    claimable: subject.ownerId === null && subject.status !== 'closed',
  };
}
