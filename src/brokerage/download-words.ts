import type { WordKey } from '#platform/i18n/word-keys.ts';
import type { Words } from '#platform/i18n/words.ts';
import { cannotWords } from './track-options.view.ts';

/** The names that what is held stands under, beside the family's own answers. */
const fields = [
  'reference',
  'status',
  'receivedAt',
  'closedAt',
  'outcome',
  'nextAction',
  'nextActionDue',
  'language',
  'wish',
  'first',
  'cameFrom',
  'search',
  'providerId',
  'shortlist',
  'at',
  'from',
  'text',
  'readAt',
  'place',
  'offeredAt',
  'answer',
  'visit',
  'note',
  'condition',
  'reason',
  'declinedBecause',
  'askedAt',
  'answerDue',
  'answeredAt',
  'told',
  'childrenMonths',
  'start',
  'slots',
  'notSure',
  'district',
  'needGroups',
  'kind',
  'by',
  'words',
  'helped',
  'better',
  'child',
  'source',
  'changes',
  'wait',
  'would',
  'term',
  'tasks',
] as const;

/** A field's name in the reader's language; null for one that has no word. */
export function fieldWord({ t }: Words, name: string): string | null {
  const known = fields.find((one) => one === name);
  return known === undefined ? null : t(`brokerage:download.field.${known}`);
}

const valueWords: Readonly<Record<string, WordKey>> = {
  'status new': 'brokerage:track.status.new',
  'status in-progress': 'brokerage:track.status.inProgress',
  'status waiting-provider': 'brokerage:track.status.waitingProvider',
  'status waiting-family': 'brokerage:track.status.waitingFamily',
  'status closed': 'brokerage:track.status.closed',
  'status open': 'brokerage:track.optionState.open',
  'status chosen': 'brokerage:track.optionState.chosen',
  'status declined': 'brokerage:track.optionState.declined',
  'status withdrawn': 'brokerage:track.optionState.withdrawn',
  'from family': 'brokerage:message.you',
  'from staff': 'brokerage:message.team',
  'by family': 'brokerage:message.you',
  'by staff': 'brokerage:message.team',
  ...Object.fromEntries(Object.entries(cannotWords).map(([code, key]) => [`reason ${code}`, key])),
};

/** A value that is a code, in the reader's language; null for one that is the text itself. */
export function valueWord({ t }: Words, name: string, value: string | boolean): string | null {
  if (typeof value === 'boolean')
    return t(value ? 'brokerage:download.yes' : 'brokerage:download.no');
  const key = valueWords[`${name} ${value}`];
  return key === undefined ? null : t(key);
}
