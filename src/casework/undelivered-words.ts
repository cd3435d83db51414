import type { WordKey } from '#platform/i18n/word-keys.ts';
import { sendReasons, type SendReason } from '#platform/mail/send-failure.ts';
import { awaitedDelivery, failedDeliveries, type Delivery } from '#platform/outbox/delivery.ts';
import { messageKinds, type MessageKind } from '#platform/outbox/enqueue-message.ts';
import type { OutboxMessage } from '#platform/outbox/outbox-store.ts';

const kindWords = {
  'request-received': 'casework:undelivered.kind.requestReceived',
  'tracking-link': 'casework:undelivered.kind.trackingLink',
  'options-ready': 'casework:undelivered.kind.optionsReady',
  'draft-link': 'casework:undelivered.kind.draftLink',
  'new-message': 'casework:undelivered.kind.newMessage',
  'request-closed': 'casework:undelivered.kind.requestClosed',
  'access-code': 'casework:undelivered.kind.accessCode',
  'provider-enquiry': 'casework:undelivered.kind.providerEnquiry',
  'provider-link': 'casework:undelivered.kind.providerLink',
  'provider-reminder': 'asking:undelivered.reminder',
  'provider-chosen': 'casework:undelivered.kind.providerChosen',
  'staff-invitation': 'casework:undelivered.kind.staffInvitation',
  'listing-report': 'casework:undelivered.kind.listingReport',
  'reminder-confirm': 'casework:undelivered.kind.reminderConfirm',
  reminder: 'casework:undelivered.kind.reminder',
} as const satisfies Record<MessageKind, WordKey>;

const reasonWords = {
  unreachable: 'casework:undelivered.why.unreachable',
  busy: 'casework:undelivered.why.busy',
  refused: 'casework:undelivered.why.refused',
  account: 'casework:undelivered.why.account',
  unknown: 'casework:undelivered.why.unknown',
} as const satisfies Record<SendReason, WordKey>;

const deliveryWords = {
  'permanent-failure': 'casework:undelivered.why.permanentFailure',
  'temporary-failure': 'casework:undelivered.why.temporaryFailure',
  'technical-failure': 'casework:undelivered.why.technicalFailure',
} as const satisfies Record<Exclude<Delivery, 'delivered'>, WordKey>;

/** What a message is and whom it is for; null for a kind that is no longer sent. */
export function kindWord({ kind }: OutboxMessage): WordKey | null {
  const known = messageKinds.find((one) => one === kind);
  return known === undefined ? null : kindWords[known];
}

/** Why it is listed: what the carrier reported in the end, or never did, or why it would not take it. */
export function whyWord({ delivery, lastError }: OutboxMessage): WordKey {
  const reported = failedDeliveries.find((one) => one === delivery);
  if (reported !== undefined) return deliveryWords[reported];
  if (delivery === awaitedDelivery) return 'casework:undelivered.why.silent';
  return reasonWords[sendReasons.find((one) => one === lastError) ?? 'unknown'];
}
