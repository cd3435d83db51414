import type { OpenCase } from '#brokerage/case-store.ts';
import { needGroups } from '#brokerage/family.ts';
import type { Words } from '#platform/i18n/words.ts';
import { daysOf } from '#brokerage/week.ts';
import { inclusionGroupWord } from '#directory/directory-words.ts';
import { londonDay } from '#platform/calendar/london-time.ts';
import type { Ctx } from '#platform/context.ts';
import type { Query } from '#platform/http/addresses.ts';
import { clockText, nextWords, outcomeWords } from '../case-words.ts';
import { agesText } from '../file/case-facts.view.ts';
import { staffWith } from '../staff-rights.ts';
import type { QueueRow } from './list-queue.ts';
import { promiseWords, taskWords } from './queue-words.ts';

type Href = (path: string, query?: Query) => string;

/** One request's row: who, what for, what comes next and by when. */
export function rowView(ctx: Ctx, href: Href, row: QueueRow) {
  const { words } = ctx;
  const { subject, clock } = row;
  const today = londonDay(ctx.clock.now());
  const { name } = subject.family.contact;
  const isOpen = subject.status !== 'closed';
  return {
    reference: subject.reference,
    href: href(`/staff/case/${subject.reference}`),
    who: name === '' ? words.t('casework:noName') : name,
    age: agesText({ words, today }, subject.family),
    urgent: subject.isUrgent && isOpen ? words.t('queue:urgent') : null,
    need: needText(ctx, row),
    next: nextText(ctx, row),
    clock: isOpen || row.due !== null ? clockText(words, clock, row.due) : closedText(ctx, row),
    promised: promisedText(ctx, row),
    late: clock.kind === 'overdue',
    soon: clock.kind === 'today',
    owner: ownerText(ctx, row),
    claimable: subject.ownerId === null && isOpen && staffWith('work', ctx.actor).ok,
  };
}

/** Where, what would help, and on which days; or that it is a question. */
function needText({ words }: Ctx, { subject: { family } }: QueueRow): string {
  const days = daysOf(family.times.slots).map((day) => words.t(`brokerage:day.${day}`));
  const groups = needGroups(family).map((group) => words.t(inclusionGroupWord(group)));
  const need = family.wish === 'advice' ? [words.t('queue:advice')] : [...groups, ...days];
  const district = family.place.postcode.split(' ')[0];
  return [district, words.format.list(need)].filter(Boolean).join(' · ');
}

/** The next action, or how it ended; and the task, when that is due first. */
function nextText({ words }: Ctx, { subject, task, due }: QueueRow): string {
  const { nextAction } = subject;
  const next = nextAction === null ? endText(words, subject) : words.t(nextWords[nextAction]);
  const first = task?.due === due ? task : null;
  return first === null
    ? next
    : words.t('queue:taskToo', { next, task: words.t(taskWords[first.kind]) });
}

const endText = ({ t }: Words, { outcome, mergedInto }: OpenCase): string =>
  mergedInto === null ? t(outcomeWords[outcome ?? 'withdrawn']) : t('queue:joined');

const closedText = ({ words }: Ctx, { subject }: QueueRow): string =>
  subject.closedAt === null
    ? words.t('casework:clock.none')
    : words.t('queue:closedOn', { day: words.format.day(londonDay(new Date(subject.closedAt))) });

/** The clock of the first contact or of the options, where it is another than the next action's. */
function promisedText({ words }: Ctx, { subject, promised, due }: QueueRow): string | null {
  if (subject.waitingSince !== null && subject.optionsAt === null && subject.optionsDue !== null) {
    return words.t('queue:promised.still');
  }
  const isShownAlready = promised?.step === 'contact' && promised.due === due;
  if (promised === null || isShownAlready) return null;
  return words.t(promiseWords[promised.step], {
    clock: clockText(words, promised.clock, promised.due),
  });
}

function ownerText({ words, actor }: Ctx, { subject, owner }: QueueRow): string {
  if (owner === null) return words.t('casework:case.nobody');
  if (actor.kind === 'staff' && actor.id === subject.ownerId) return words.t('casework:case.you');
  return owner === '' ? words.t('queue:colleague') : owner;
}
