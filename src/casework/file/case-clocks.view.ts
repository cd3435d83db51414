import type { OpenCase } from '#brokerage/case-store.ts';
import { closedDays } from '#platform/calendar/closed-days.ts';
import { londonDay } from '#platform/calendar/london-time.ts';
import type { Ctx } from '#platform/context.ts';
import { clockText } from '../case-words.ts';
import { clockOf } from '../queue/queue.ts';

type ShownClock = {
  readonly label: string;
  readonly text: string;
  readonly late: boolean;
  readonly soon: boolean;
};

/** The two clocks of a case: the first contact, and options for the family. */
export function clocksView(ctx: Ctx, subject: OpenCase): readonly ShownClock[] {
  const { t, format } = ctx.words;
  const { contactDue, contactedAt, optionsDue, optionsAt, waitingSince } = subject;
  const stands =
    waitingSince === null || optionsAt !== null
      ? null
      : t('caseFile:clock.stands', { day: format.day(londonDay(new Date(waitingSince))) });
  return [
    shownClock(ctx, t('caseFile:clock.contact'), contactDue, contactedAt),
    {
      ...shownClock(ctx, t('caseFile:clock.options'), optionsDue, optionsAt),
      ...(stands !== null && still(stands)),
    },
  ];
}

const still = (text: string) => ({ text, late: false, soon: false });

function shownClock(
  { words, clock, settings }: Ctx,
  label: string,
  due: string | null,
  metAt: string | null,
): ShownClock {
  const calm = { label, late: false, soon: false };
  if (metAt !== null) {
    const day = words.format.day(londonDay(new Date(metAt)));
    const isLate = due !== null && londonDay(new Date(metAt)) > due;
    return {
      ...calm,
      text: words.t(isLate ? 'caseFile:clock.metLate' : 'caseFile:clock.met', { day }),
    };
  }
  const state = clockOf(due, londonDay(clock.now()), closedDays(settings));
  const text = clockText(words, state, due);
  return { label, text, late: state.kind === 'overdue', soon: state.kind === 'today' };
}
