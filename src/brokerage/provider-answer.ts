import { z } from 'zod';

/**
 * Why there is no place: the codes that show what would have to change, for providers and for the
 * sufficiency report (Childcare Act 2006, section 6). The last three are for staff to record.
 */
export const reasonCodes = [
  'full',
  'age-group-full',
  'hours-not-offered',
  'fewer-hours',
  'no-funded-only',
  'cost',
  'extra-charge',
  'staffing',
  'training',
  'medical-training',
  'access',
  'equipment',
  'funding-awaited',
  'transport',
  'other',
  'discouraged',
  'no-reply',
  'family-declined',
] as const;
export type ReasonCode = (typeof reasonCodes)[number];

/** What providers themselves can give as a reason. */
export const providerReasons = reasonCodes.slice(0, -3);
/** What a broker can record for a provider. */
export const recordedReasons = reasonCodes.slice(0, -1);

/** What could turn a refusal or a condition into a yes. */
export const changeKinds = ['adjustment', 'training', 'equipment', 'funding'] as const;
export type ChangeKind = (typeof changeKinds)[number];

/** How long a place on the waiting list may take. */
export const waits = ['month', 'three-months', 'six-months', 'longer', 'not-sure'] as const;
export type Wait = (typeof waits)[number];

const said = {
  note: z.string(),
  /** Left out when the provider wrote it itself. */
  source: z.literal('phone-call').optional(),
};
const changes = z.array(z.enum(changeKinds)).optional();

/** What a provider said about one family's request; what was added later is optional. */
export const providerAnswer = z.discriminatedUnion('answer', [
  z.object({ answer: z.literal('yes'), from: z.string(), visit: z.boolean(), ...said }),
  z.object({
    answer: z.literal('yes-if'),
    condition: z.string(),
    changes,
    visit: z.boolean(),
    ...said,
  }),
  z.object({ answer: z.literal('visit-first'), ...said }),
  z.object({ answer: z.literal('waiting-list'), wait: z.enum(waits), ...said }),
  z.object({
    answer: z.literal('no'),
    reason: z.enum(reasonCodes),
    /** What would change it, in the provider's words. */
    would: z.string().optional(),
    changes,
    ...said,
  }),
]);
export type ProviderAnswer = z.infer<typeof providerAnswer>;
