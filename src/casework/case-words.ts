import type { CaseStatus, NextAction, Outcome } from '#brokerage/case-status.ts';
import type { WordKey } from '#platform/i18n/word-keys.ts';
import type { Words } from '#platform/i18n/words.ts';
import type { CaseClock } from './queue/queue.ts';

export const statusWords = {
  new: 'casework:status.new',
  'in-progress': 'casework:status.inProgress',
  'waiting-provider': 'casework:status.waitingProvider',
  'waiting-family': 'casework:status.waitingFamily',
  closed: 'casework:status.closed',
} as const satisfies Record<CaseStatus, WordKey>;

export const nextWords = {
  'contact-family': 'casework:next.contactFamily',
  'find-places': 'casework:next.findPlaces',
  'wait-for-provider': 'casework:next.waitForProvider',
  'read-answer': 'casework:next.readAnswer',
  'read-message': 'casework:next.readMessage',
  'wait-for-family': 'casework:next.waitForFamily',
  'confirm-place': 'casework:next.confirmPlace',
} as const satisfies Record<NextAction, WordKey>;

export const outcomeWords = {
  'placed-as-wanted': 'casework:outcome.placedAsWanted',
  'placed-with-compromise': 'casework:outcome.placedWithCompromise',
  'waiting-list': 'casework:outcome.waitingList',
  'found-own': 'casework:outcome.foundOwn',
  'plans-changed': 'casework:outcome.plansChanged',
  'other-authority': 'casework:outcome.otherAuthority',
  unmet: 'casework:outcome.unmet',
  'lost-contact': 'casework:outcome.lostContact',
  withdrawn: 'casework:outcome.withdrawn',
} as const satisfies Record<Outcome, WordKey>;

/** A case's clock in words, with its day: "Tuesday 24 November, in 2 working days". */
export function clockText({ t, format }: Words, clock: CaseClock, due: string | null): string {
  switch (clock.kind) {
    case 'overdue':
      return t('casework:clock.overdue', { count: clock.workingDays });
    case 'today':
      return t('casework:clock.today');
    case 'due':
      return t('casework:clock.due', {
        count: clock.workingDays,
        day: due === null ? '' : format.weekdayAndDay(due),
      });
    case 'none':
      return t('casework:clock.none');
  }
}
