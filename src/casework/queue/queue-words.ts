import type { WordKey } from '#platform/i18n/word-keys.ts';
import type { AgeBand } from './case-facts.ts';
import type { Promised, QueueView, TaskKind } from './queue.ts';

export const viewWords = {
  unassigned: 'queue:view.unassigned',
  mine: 'queue:view.mine',
  all: 'queue:view.all',
  'waiting-family': 'queue:view.waitingFamily',
  'waiting-provider': 'queue:view.waitingProvider',
  today: 'queue:view.today',
  overdue: 'queue:view.overdue',
  closed: 'queue:view.closed',
} as const satisfies Record<QueueView, WordKey>;

export const emptyWords = {
  unassigned: 'queue:empty.unassigned',
  mine: 'queue:empty.mine',
  all: 'queue:empty.all',
  'waiting-family': 'queue:empty.waitingFamily',
  'waiting-provider': 'queue:empty.waitingProvider',
  today: 'queue:empty.today',
  overdue: 'queue:empty.overdue',
  closed: 'queue:empty.closed',
} as const satisfies Record<QueueView, WordKey>;

export const taskWords = {
  own: 'queue:task.own',
  'call-provider': 'queue:task.callProvider',
  'confirm-place': 'queue:task.confirmPlace',
  'follow-up': 'queue:task.followUp',
  advice: 'queue:task.advice',
  'look-again': 'queue:task.lookAgain',
} as const satisfies Record<TaskKind, WordKey>;

export const ageWords = {
  'under-1': 'queue:age.under1',
  '1': 'queue:age.one',
  '2': 'queue:age.two',
  '3-to-4': 'queue:age.threeToFour',
  '5-to-7': 'queue:age.fiveToSeven',
  '8-and-over': 'queue:age.eightAndOver',
} as const satisfies Record<AgeBand, WordKey>;

export const promiseWords = {
  contact: 'queue:promised.contact',
  options: 'queue:promised.options',
} as const satisfies Record<Promised['step'], WordKey>;
