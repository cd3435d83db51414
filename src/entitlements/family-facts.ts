import type { Child, FamilyCircumstances } from './circumstances.ts';
import type { Reference } from './figures.ts';
import { neededFigure } from './figures.ts';
import { addMonths, firstDayOf, laterOf } from './months.ts';
import type { Reason } from './reasons.ts';
import type { SchemeKey } from './schemes.ts';
import { compulsorySchoolStart, receptionStart, termAfter } from './terms.ts';

/** What every rule decides from. `today` is a London day. */
export type Facts = {
  readonly family: FamilyCircumstances;
  readonly today: string;
  readonly reference: Reference;
};

/** The term after a child reaches the age from which a scheme gives hours. */
export function termOfAge({ reference, today }: Facts, child: Child, scheme: SchemeKey): string {
  const months = neededFigure(reference, `${scheme}.fromAge`, today);
  return termAfter(reference.terms, firstDayOf(addMonths(child.born, months)));
}

export const receptionOf = ({ reference }: Facts, child: Child): string =>
  receptionStart(reference.terms, child.born);

export const compulsoryOf = ({ reference }: Facts, child: Child): string =>
  compulsorySchoolStart(reference.terms, child.born);

/** Today, or the month in which a child is due. */
export const fromBirth = ({ today }: Facts, child: Child): string =>
  child.isDue ? laterOf(today, firstDayOf(child.born)) : today;

export const ifDue = (child: Child): readonly Reason[] => (child.isDue ? ['ifBornWhenDue'] : []);
