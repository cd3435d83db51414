import type { EventKind, TimelineEvent } from '#brokerage/timeline.ts';
import { outcomes } from '#brokerage/case-status.ts';
import type { Words } from '#platform/i18n/words.ts';
import { outcomeWords } from '../case-words.ts';
import { callResults } from './call.ts';
import { resultWords } from './case-calls.view.ts';

const eventKeys = {
  received: 'casework:case.event.received',
  claimed: 'casework:case.event.claimed',
  'provider-asked': 'casework:case.event.providerAsked',
  'provider-answered': 'casework:case.event.providerAnswered',
  'option-offered': 'casework:case.event.optionOffered',
  'option-chosen': 'casework:case.event.optionChosen',
  'option-declined': 'casework:case.event.optionDeclined',
  'message-from-family': 'casework:case.event.messageFromFamily',
  'message-from-staff': 'casework:case.event.messageFromStaff',
  withdrawn: 'casework:case.event.withdrawn',
  closed: 'casework:case.event.closed',
  'feedback-given': 'casework:case.event.feedbackGiven',
  changed: 'casework:case.event.changed',
  reopened: 'casework:case.event.reopened',
  'call-logged': 'casework:case.event.callLogged',
  'handed-over': 'casework:case.event.handedOver',
  'siblings-linked': 'casework:case.event.siblingsLinked',
  merged: 'casework:case.event.merged',
  'taken-apart': 'casework:case.event.takenApart',
  referred: 'casework:case.event.referred',
  'provider-reminded': 'casework:case.event.providerReminded',
  'place-confirmed': 'casework:case.event.placeConfirmed',
  'followed-up': 'casework:case.event.followedUp',
  'complaint-received': 'casework:case.event.complaintReceived',
} as const satisfies Record<EventKind, string>;

/** What has happened on a case, newest first. */
export const caseEvents = (words: Words, events: readonly TimelineEvent[]) =>
  events.toReversed().map(({ kind, at, detail }) => ({
    text: words.t(eventKeys[kind], {
      staff: detail.staffName ?? '',
      name: detail.providerName ?? '',
      outcome: outcomeText(words, detail.outcome),
    }),
    when: words.format.moment(new Date(at)),
    detail: detail.text ?? callText(words, detail.outcome),
  }));

function callText({ t }: Words, code: string | undefined): string | null {
  const result = callResults.find((known) => known === code);
  return result === undefined ? null : t(resultWords[result]);
}

function outcomeText({ t }: Words, code: string | undefined): string {
  const outcome = outcomes.find((known) => known === code);
  return outcome === undefined ? '' : t(outcomeWords[outcome]);
}
