import { z } from 'zod';

/** Why a provider cannot: the codes that show what would have to change. */
export const reasonCodes = [
  'full',
  'age-group-full',
  'hours-not-offered',
  'cost',
  'staffing',
  'training',
  'access',
  'equipment',
  'funding-awaited',
  'fewer-hours',
  'other',
] as const;
export type ReasonCode = (typeof reasonCodes)[number];

/** What a provider said about one family's request. */
export const providerAnswer = z.discriminatedUnion('answer', [
  z.object({ answer: z.literal('yes'), from: z.string(), visit: z.boolean(), note: z.string() }),
  z.object({
    answer: z.literal('yes-if'),
    condition: z.string(),
    visit: z.boolean(),
    note: z.string(),
  }),
  z.object({ answer: z.literal('visit-first'), note: z.string() }),
  z.object({ answer: z.literal('no'), reason: z.enum(reasonCodes), note: z.string() }),
]);
export type ProviderAnswer = z.infer<typeof providerAnswer>;
