import { z } from 'zod';
import { inclusionGroups } from '#directory/inclusion-vocabulary.ts';
import { monthsOld, needGroups, type Family } from '#brokerage/family.ts';
import { allSlots } from '#brokerage/week.ts';

/**
 * What one provider is asked: as little as the question needs, and no more than the family allowed.
 * No name, no address beyond the postcode district, no contact.
 */
export const enquiryQuestion = z.object({
  email: z.string(),
  providerName: z.string(),
  /** Each child's months on the day of asking; negative before birth. */
  childrenMonths: z.array(z.number()),
  start: z.string(),
  slots: z.array(z.enum(allSlots)),
  notSure: z.boolean(),
  district: z.string(),
  /** Null when the family does not want it told. */
  needGroups: z.array(z.enum(inclusionGroups)).nullable(),
  note: z.string(),
});
export type EnquiryQuestion = z.infer<typeof enquiryQuestion>;

/** As it was sealed; the first questions were about one child. */
export const storedQuestion = z.union([
  enquiryQuestion,
  enquiryQuestion
    .omit({ childrenMonths: true })
    .extend({ childMonths: z.number() })
    .transform(({ childMonths, ...rest }) => ({ ...rest, childrenMonths: [childMonths] })),
]);

/** The part of a family's request that this provider may be told on `today`. */
export function questionFor(
  family: Family,
  today: string,
  to: { readonly email: string; readonly providerName: string; readonly note: string },
): EnquiryQuestion {
  const [district = ''] = family.place.postcode.split(' ');
  return {
    ...to,
    childrenMonths: family.children.map(({ born }) => monthsOld(born, today)),
    start: family.start.month,
    slots: family.times.slots,
    notSure: family.times.notSure,
    district,
    needGroups: family.sharing.share === 'times-only' ? null : [...needGroups(family)],
  };
}
