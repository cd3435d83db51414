import { z } from 'zod';
import { inclusionGroups } from '#directory/inclusion-vocabulary.ts';
import { allSlots } from './week.ts';

export const relations = ['parent', 'expecting', 'carer', 'professional'] as const;
export const channels = ['email', 'phone'] as const;
/** What the family allows providers to be told. */
export const sharings = ['all', 'times-only', 'ask-first'] as const;
export type Sharing = (typeof sharings)[number];

/**
 * What a family told us, asked for as little as brokerage needs. It is kept only sealed with the
 * key of its case.
 */
export const familySchema = z.object({
  /** The language the site was read in when the request was sent. */
  language: z.string(),
  about: z.object({ relation: z.enum(relations), name: z.string() }),
  contact: z.object({
    channel: z.enum(channels),
    email: z.string(),
    phone: z.string(),
    voicemail: z.boolean(),
    interpreter: z.boolean(),
    speaks: z.string(),
  }),
  /** Month of birth, or month the baby is due, as `YYYY-MM`. */
  child: z.object({ born: z.string() }),
  needs: z.object({ groups: z.array(z.enum(inclusionGroups)), text: z.string() }),
  times: z.object({ start: z.string(), slots: z.array(z.enum(allSlots)), notSure: z.boolean() }),
  place: z.object({ postcode: z.string(), miles: z.number() }),
  tried: z.object({ text: z.string() }),
  sharing: z.object({ share: z.enum(sharings) }),
  /** What was searched for, as the query of `/find`, and the place they came from. */
  cameFrom: z.object({ search: z.string(), providerId: z.string() }),
});
export type Family = z.infer<typeof familySchema>;

/** Full months from a month of birth to a day; negative before birth. */
export function monthsOld(born: string, today: string): number {
  const [bornYear = 0, bornMonth = 0] = born.split('-').map(Number);
  const [year = 0, month = 0] = today.split('-').map(Number);
  return (year - bornYear) * 12 + (month - bornMonth);
}
