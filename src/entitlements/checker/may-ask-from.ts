import { addDays } from '#platform/calendar/london-time.ts';
import type { Entitlement } from '../entitlement.ts';

/** Where no day is set, nobody need think of it sooner than so many days before it begins. */
const daysAhead = 183;

/** From which London day on to ask for help; '' for at once. */
export const mayAskFrom = ({
  apply,
  from,
}: Pick<Entitlement, 'from'> & { readonly apply: NonNullable<Entitlement['apply']> }): string =>
  apply.from ?? (from === null ? '' : addDays(from, -daysAhead));
