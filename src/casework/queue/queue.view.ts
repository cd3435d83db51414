import type { Query } from '#platform/http/addresses.ts';
import { londonClockTime, londonDay } from '#platform/calendar/london-time.ts';
import type { Ctx } from '#platform/context.ts';
import type { Words } from '#platform/i18n/words.ts';
import { staffWith } from '../staff-rights.ts';
import type { Holder } from './case-holder.ts';
import type { Queue, QueueRow } from './list-queue.ts';
import { queueFilters } from './queue-filters.view.ts';
import { rowView } from './queue-rows.view.ts';
import { writeQueueQuery } from './queue-query.ts';
import { queueViews, type QueueView } from './queue.ts';
import { emptyWords, viewWords } from './queue-words.ts';

type Href = (path: string, query?: Query) => string;

/** The keys that lead to a list, when shortcuts are on. */
const viewKeys: Partial<Record<QueueView, string>> = {
  unassigned: 'u',
  mine: 'm',
  all: 'a',
  today: 't',
  overdue: 'o',
};

/** What the page says besides the list. */
export type Said = {
  /** Somebody was first with a claim. */
  readonly taken?: { readonly reference: string; readonly holder: Holder };
  /** A search by what was typed, and what it found. */
  readonly found?: { readonly text: string; readonly rows: readonly QueueRow[] };
  readonly hasShortcuts?: boolean;
};

/** The brokers' page: the views with their counts, and a row for each request. */
export function queueView(ctx: Ctx, href: Href, queue: Queue, said: Said = {}) {
  const { found, hasShortcuts = false } = said;
  const isFound = found !== undefined;
  return {
    views: [...viewLinks(ctx, href, queue, isFound), heldLink(ctx, href, queue.held)],
    unreadable: unreadableText(ctx, queue),
    taken: takenText(ctx, said),
    find: { action: href('/staff'), ...foundText(ctx, found) },
    ...(found ? foundList : listed(ctx, href, queue)),
    columns: columnsFor(queue.query.view, isFound),
    rows: (found?.rows ?? queue.rows).map((row) => rowView(ctx, href, row)),
    hasShortcuts,
    shortcuts: shortcutList(ctx),
  };
}

const unreadableText = ({ words }: Ctx, { unreadable }: Queue): string | null =>
  unreadable.length === 0
    ? null
    : words.t('queue:unreadable', { list: words.format.list(unreadable) });

const foundText = ({ words }: Ctx, found: Said['found']) => ({
  text: found?.text ?? '',
  title: found ? words.t('queue:find.title', { count: found.rows.length }) : null,
});

/** What a list has and what was found has not: filters, pages, and words for when it is empty. */
const foundList = { filters: null, closedHint: null, empty: null, previous: null, next: null };

function listed({ words }: Ctx, href: Href, queue: Queue) {
  const { query, counts, pageCount } = queue;
  const filters = queueFilters(words, href, queue);
  const at = (page: number) => href('/staff', writeQueueQuery({ ...query, page }));
  return {
    filters,
    closedHint: filters === null ? words.t('queue:filter.closedHint') : null,
    empty: counts[query.view] > 0 ? null : emptyText(words, query.view, filters),
    previous: query.page > 1 ? at(query.page - 1) : null,
    next: query.page < pageCount ? at(query.page + 1) : null,
  };
}

const columns = ['reference', 'who', 'need', 'next', 'clock', 'owner'] as const;

/** Whose a request is stands where it can be anybody's. */
const columnsFor = (view: QueueView, isFound: boolean) =>
  columns.filter(
    (column) => column !== 'owner' || isFound || !['unassigned', 'mine'].includes(view),
  );

const viewLinks = ({ words }: Ctx, href: Href, { query, counts }: Queue, isFound: boolean) =>
  queueViews.map((view) => ({
    text: words.t('queue:count', { label: words.t(viewWords[view]), total: counts[view] }),
    href: href('/staff', writeQueueQuery({ ...query, view, page: 1 })),
    current: view === query.view && !isFound,
    shortcut: viewKeys[view],
  }));

const heldLink = ({ words }: Ctx, href: Href, held: number) => ({
  text: words.t('queue:count', { label: words.t('queue:view.held'), total: held }),
  href: href('/staff/quarantine'),
  current: false,
  shortcut: undefined,
});

function emptyText(words: Words, view: QueueView, filters: ReturnType<typeof queueFilters>) {
  const isFiltered = filters !== null && filters.chosen.length > 0;
  return words.t(isFiltered ? 'queue:empty.filtered' : emptyWords[view]);
}

function takenText({ words, clock }: Ctx, { taken }: Said): string | null {
  if (!taken) return null;
  const { name, since } = taken.holder;
  const isToday = londonDay(since) === londonDay(clock.now());
  return words.t('queue:taken.text', {
    name: name === '' ? words.t('queue:colleague') : name,
    reference: taken.reference,
    since: isToday ? words.format.time(londonClockTime(since)) : words.format.moment(since),
  });
}

function shortcutList({ words, actor }: Ctx) {
  const lists = queueViews.flatMap((view) => {
    const key = viewKeys[view];
    return key === undefined ? [] : [{ key, text: words.t(viewWords[view]) }];
  });
  return [
    ...lists,
    { key: 'j', text: words.t('queue:shortcuts.next') },
    { key: 'k', text: words.t('queue:shortcuts.previous') },
    ...(staffWith('work', actor).ok ? [{ key: 'c', text: words.t('queue:shortcuts.claim') }] : []),
    { key: '/', text: words.t('queue:shortcuts.find') },
  ];
}
