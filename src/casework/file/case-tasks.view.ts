import type { Ctx } from '#platform/context.ts';
import { closedDays } from '#platform/calendar/closed-days.ts';
import { londonDay } from '#platform/calendar/london-time.ts';
import type { WordKey } from '#platform/i18n/word-keys.ts';
import { clockText } from '../case-words.ts';
import { clockOf } from '../queue/queue.ts';
import type { Task, TaskKind } from './task-store.ts';

const kindWords = {
  own: 'caseFile:task.kind.own',
  'call-provider': 'caseFile:task.kind.callProvider',
  'confirm-place': 'caseFile:task.kind.confirmPlace',
  'follow-up': 'caseFile:task.kind.followUp',
  advice: 'caseFile:task.kind.advice',
  'look-again': 'caseFile:task.kind.lookAgain',
} as const satisfies Record<TaskKind, WordKey>;

/** What is to be done on a case besides its next action, the first due first; and what was done. */
export function tasksView({ words, clock, settings }: Ctx, tasks: readonly Task[]) {
  const { t, format } = words;
  const today = londonDay(clock.now());
  const closed = closedDays(settings);
  return {
    open: tasks
      .filter(({ doneAt }) => doneAt === null)
      .map(({ id, kind, text, due }) => {
        const state = clockOf(due, today, closed);
        return {
          id,
          text: text === '' ? t(kindWords[kind]) : text,
          kind: kind === 'own' || text === '' ? null : t(kindWords[kind]),
          clock: clockText(words, state, due),
          late: state.kind === 'overdue',
          soon: state.kind === 'today',
        };
      }),
    done: tasks.flatMap(({ id, kind, text, doneAt }) =>
      doneAt === null
        ? []
        : [
            {
              id,
              text: text === '' ? t(kindWords[kind]) : text,
              when: t('caseFile:task.doneAt', { moment: format.moment(new Date(doneAt)) }),
            },
          ],
    ),
  };
}
