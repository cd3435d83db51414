import bankHolidays from '#content/reference/bank-holidays.json' with { type: 'json' };
import type { Settings } from '../settings/settings.ts';
import type { ClosedDays } from './working-days.ts';

/** England's bank holidays (GOV.UK) and the days the council says it is closed. */
export const closedDays = (settings: Settings): ClosedDays =>
  new Set([...bankHolidays.days.map(({ date }) => date), ...settings.council.closedDays]);
