import { addDays } from '#platform/calendar/london-time.ts';
import type { Family } from './family.ts';

const urgentDays = 28;

/** Care is wanted as soon as possible, or from within four weeks of `today` (London). */
export const isUrgent = ({ wish, start }: Family, today: string): boolean =>
  wish === 'place' &&
  (start.when === 'soon' ||
    (start.when === 'month' && `${start.month}-01` <= addDays(today, urgentDays)));
