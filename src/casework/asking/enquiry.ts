import { z } from 'zod';
import { inclusionGroups } from '#directory/inclusion-vocabulary.ts';
import { careTasks, monthsOld, needGroups, terms, type Family } from '#brokerage/family.ts';
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
  /** Left out by the first questions, as are the two below. */
  term: z.enum(terms).optional(),
  district: z.string(),
  /** Null when the family does not want it told. */
  needGroups: z.array(z.enum(inclusionGroups)).nullable(),
  /** What staff would do for the children; told with the kinds of help. */
  tasks: z.array(z.enum(careTasks)).optional(),
  /** How a day goes, in the family's own words; only when it agreed to just these. */
  day: z.string().optional(),
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

export type AskedOf = {
  readonly email: string;
  readonly providerName: string;
  readonly note: string;
  /** The family agreed that its own words about a day are passed on. */
  readonly withDay?: boolean;
};

/** The part of a family's request that this provider may be told on `today`. */
export function questionFor(
  family: Family,
  today: string,
  { withDay = false, ...to }: AskedOf,
): EnquiryQuestion {
  const [district = ''] = family.place.postcode.split(' ');
  const isNeedTold = family.sharing.share !== 'times-only';
  return {
    ...to,
    childrenMonths: family.children.map(({ born }) => monthsOld(born, today)),
    start: family.start.month,
    slots: family.times.slots,
    notSure: family.times.notSure,
    term: family.times.term,
    district,
    needGroups: isNeedTold ? [...needGroups(family)] : null,
    tasks: isNeedTold ? tasksOf(family) : [],
    day: withDay ? dayWords(family) : '',
  };
}

const tasksOf = ({ children }: Pick<Family, 'children'>) =>
  careTasks.filter((task) => children.some(({ tasks }) => tasks.includes(task)));

/** What the family wrote about the children's care and needs; '' when nothing. */
export const dayWords = ({ children }: Pick<Family, 'children'>): string =>
  children
    .flatMap(({ text, care }) => [text, care])
    .filter((words) => words !== '')
    .join('\n');
