import { addDays, londonDay } from '#platform/calendar/london-time.ts';
import type { Settings } from '#platform/settings/settings.ts';
import schedule from '#content/reference/retention.json' with { type: 'json' };

/** A length of time that a record is kept. */
export type Period = { readonly days: number } | { readonly months: number };
/** Records of which this room knows when they are over. */
export const keptRecords = [
  'case',
  'advice',
  'spam',
  'draft',
  'code',
  'message',
  'report',
] as const;
export type KeptRecord = (typeof keptRecords)[number];

/** How long a kind of record is kept: as the schedule says, or as the council has set. */
export function periodOf(settings: Pick<Settings, 'retention'>, record: KeptRecord): Period {
  if (record === 'case' || record === 'advice') return { months: settings.retention[record] };
  const rule = schedule.rules.find((found) => found.record === record);
  const { days, months }: { days?: number; months?: number } = rule?.period ?? {};
  if (days !== undefined) return { days };
  if (months !== undefined) return { months };
  throw new Error(`The retention schedule does not say how long a ${record} is kept`);
}

/** The ISO day so many months after another; the last of the month where it has no such day. */
export function addMonths(day: string, count: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const first = new Date(Date.UTC(year, month - 1 + count, 1));
  const last = new Date(Date.UTC(year, month + count, 0)).getUTCDate();
  first.setUTCDate(Math.min(date, last));
  return first.toISOString().slice(0, 10);
}

/** Whether the period that began at a moment (ISO) is over: on its last day in London, or later. */
export function isOver(beganAt: string, period: Period, now: Date): boolean {
  const began = londonDay(new Date(beganAt));
  const end = 'days' in period ? addDays(began, period.days) : addMonths(began, period.months);
  return londonDay(now) >= end;
}

/** A closed case, as far as keeping it goes. */
export type ClosedCase = {
  readonly id: string;
  readonly closedAt: string;
  readonly wish: 'place' | 'advice';
  readonly isSpam: boolean;
  readonly isOnHold: boolean;
};
export type RetentionPlan = {
  readonly due: readonly { readonly id: string; readonly record: KeptRecord }[];
  /** How many are over but must not be erased. */
  readonly held: number;
};

/** Which closed cases have been kept long enough. */
export function planRetention(
  cases: readonly ClosedCase[],
  settings: Pick<Settings, 'retention'>,
  now: Date,
): RetentionPlan {
  const over = cases
    .map((found) => ({ ...found, record: recordOf(found) }))
    .filter(({ closedAt, record }) => isOver(closedAt, periodOf(settings, record), now));
  return {
    due: over.filter((found) => !found.isOnHold).map(({ id, record }) => ({ id, record })),
    held: over.filter((found) => found.isOnHold).length,
  };
}

function recordOf({ isSpam, wish }: ClosedCase): KeptRecord {
  if (isSpam) return 'spam';
  return wish === 'advice' ? 'advice' : 'case';
}
