import { z } from 'zod';

/** What can happen on a case. */
export const eventKinds = [
  'received',
  'claimed',
  'provider-asked',
  'provider-answered',
  'option-offered',
  'option-chosen',
  'option-declined',
  'message-from-family',
  'message-from-staff',
  'withdrawn',
  'closed',
  'feedback-given',
  'changed',
  'reopened',
  'call-logged',
  'handed-over',
  'siblings-linked',
  'merged',
  'taken-apart',
  'referred',
  'provider-reminded',
  'place-confirmed',
  'followed-up',
  'complaint-received',
] as const;
export type EventKind = (typeof eventKinds)[number];

/** The events a family sees on its own page; the rest is the brokers' working. */
const familyEventKinds = [
  'received',
  'claimed',
  'provider-asked',
  'option-offered',
  'option-chosen',
  'option-declined',
  'message-from-family',
  'message-from-staff',
  'withdrawn',
  'closed',
  'feedback-given',
  'changed',
  'reopened',
  'referred',
  'place-confirmed',
] as const satisfies readonly EventKind[];
export type FamilyEventKind = (typeof familyEventKinds)[number];
export type FamilyEvent = TimelineEvent & { readonly kind: FamilyEventKind };
export const isFamilyEvent = (event: TimelineEvent): event is FamilyEvent =>
  familyEventKinds.some((kind) => kind === event.kind);

/** What an event adds to its kind; sealed, because it may tell of the family. */
export const eventDetail = z.object({
  providerName: z.string().optional(),
  staffName: z.string().optional(),
  outcome: z.string().optional(),
  text: z.string().optional(),
});
export type EventDetail = z.infer<typeof eventDetail>;

export type TimelineEvent = {
  readonly at: string;
  readonly kind: EventKind;
  readonly actorKind: string;
  readonly detail: EventDetail;
};
