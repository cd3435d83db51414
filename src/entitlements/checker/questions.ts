import type { Typed } from '#platform/http/form.ts';
import { typedValue } from '#platform/http/form.ts';
import { bornFrom } from './typed-days.ts';

/** The questions in their order: ten at most; some families are asked fewer. */
export const questionKeys = [
  'children',
  'needs',
  'care',
  'adults',
  'work',
  'earn',
  'credit',
  'funds',
  'study',
  'use',
] as const;
export type QuestionKey = (typeof questionKeys)[number];

/** The children that a form has room for, by the letter in its fields' names. */
export const childIds = ['a', 'b', 'c', 'd'] as const;
export type ChildId = (typeof childIds)[number];

/** The words of each question with choices, in their order; `not-sure` comes after them. */
export const choices = {
  needs: ['dla', 'plan', 'extra'],
  care: ['own', 'fostered', 'left-care', 'kinship'],
  adults: ['1', '2'],
  work: ['employed', 'self-employed', 'new-self-employed', 'starting', 'leave', 'benefit', 'none'],
  earn: ['less', 'enough', 'over'],
  credit: ['low', 'more', 'unknown', 'no'],
  funds: ['none', 'low', 'more', 'asylum'],
  study: ['no', 'young', 'college', 'university'],
  use: ['vouchers', 'code', 'stopped'],
} as const satisfies Record<Exclude<QuestionKey, 'children'>, readonly string[]>;

/** Whether more than one answer may be ticked; `none` of them is then an answer too. */
export const isSeveral = (key: QuestionKey): boolean => key === 'needs' || key === 'use';

export type SaidChild = { readonly id: ChildId; readonly born: string; readonly isDue: boolean };

/** The children whose month makes sense; a month after this one is when a baby is due. */
export const childrenOf = (typed: Typed, today: string): readonly SaidChild[] =>
  childIds.flatMap((id) => {
    const born = bornFrom(typed, id);
    return born === null || born === false ? [] : [{ id, born, isDue: born > today.slice(0, 7) }];
  });

/** Who is asked about work: one, or two also where it is not sure whether there is a partner. */
export const adultsOf = (typed: Typed): readonly ('1' | '2')[] =>
  ['2', 'not-sure'].includes(typedValue(typed, 'adults')) ? ['1', '2'] : ['1'];

/** Which questions this family is asked: none about a baby's needs, or the pay of who has no work. */
export const askedOf = (typed: Typed, today: string): readonly QuestionKey[] =>
  questionKeys.filter((key) => {
    if (key === 'needs' || key === 'care') {
      return childrenOf(typed, today).some(({ isDue }) => !isDue);
    }
    return key !== 'earn' || adultsOf(typed).some((adult) => mayEarn(typed, adult));
  });

/** Whether what somebody earns can matter. */
export const mayEarn = (typed: Typed, adult: string): boolean =>
  !['none', 'benefit'].includes(typedValue(typed, `work-${adult}`));

export const isQuestion = (text: string): text is QuestionKey =>
  questionKeys.some((key) => key === text);
