import { addDays } from '#platform/calendar/london-time.ts';
import type { Child } from '../circumstances.ts';
import { entitlement, type Entitlement } from '../entitlement.ts';
import { compulsoryOf, ifDue, receptionOf, type Facts } from '../family-facts.ts';
import { neededFigure } from '../figures.ts';
import { yes } from '../judgement.ts';
import { nextOn } from '../months.ts';
import type { Reason } from '../reasons.ts';
import type { SchemeKey } from '../schemes.ts';

/**
 * Funded hours go on, instead of reception, until a child must be in education: as many as `hours`,
 * the child's other lines, give a 3 or 4-year-old.
 */
export function deferredReception(
  facts: Facts,
  child: Child,
  hours: readonly Entitlement[],
): Entitlement {
  const from = receptionOf(facts, child);
  const until = addDays(compulsoryOf(facts, child), -1);
  const why: readonly Reason[] = isWholeYear(facts, from, until) ? ['summerBornAskSchool'] : [];
  return entitlement(
    'deferred-reception',
    child.id,
    yes('rightToDefer', ...why, ...ifDue(child)),
    { from, until, today: facts.today },
    { hoursPerWeek: neededFigure(facts.reference, `${sourceOf(hours)}.hoursPerWeek`, facts.today) },
  );
}

const sourceOf = (hours: readonly Entitlement[]): SchemeKey =>
  hours.some(
    ({ scheme, verdict, why }) =>
      scheme === 'working-parents' && verdict === 'yes' && !why.includes('grace'),
  )
    ? 'working-parents'
    : 'universal';

/** Born in summer: the place in reception is not kept for them for a whole year. */
const isWholeYear = ({ reference }: Facts, from: string, until: string): boolean =>
  until === nextOn(reference.terms.youngChild.endsOn, from);
