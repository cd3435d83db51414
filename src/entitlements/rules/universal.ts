import { addDays } from '#platform/calendar/london-time.ts';
import type { Child } from '../circumstances.ts';
import { entitlement, type Entitlement } from '../entitlement.ts';
import { ifDue, receptionOf, termOfAge, type Facts } from '../family-facts.ts';
import { neededFigure } from '../figures.ts';
import { yes } from '../judgement.ts';

/** Every child's hours from the term after the third birthday until reception; no form. */
export const universalHours = (facts: Facts, child: Child): Entitlement =>
  entitlement(
    'universal',
    child.id,
    yes('everyChild', ...ifDue(child)),
    {
      from: termOfAge(facts, child, 'universal'),
      until: addDays(receptionOf(facts, child), -1),
      today: facts.today,
    },
    {
      needsForm: false,
      hoursPerWeek: neededFigure(facts.reference, 'universal.hoursPerWeek', facts.today),
    },
  );
