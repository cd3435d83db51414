import { londonTime, isoWeekday } from '#platform/calendar/london-time.ts';
import type { Family } from '#brokerage/family.ts';

type SafeTime = Family['reach']['times'][number];
type Reachable = Pick<Family, 'contact' | 'reach'>;

/** London hours, from and before; the words that families read when they choose say the same. */
const hours: Readonly<Record<Exclude<SafeTime, 'any'>, readonly [number, number]>> = {
  morning: [8, 12],
  afternoon: [12, 17],
  evening: [17, 19],
};

/** Whether the family may be phoned at a moment. Who has not said when may be phoned in the day. */
export function isSafeTime({ reach }: Pick<Family, 'reach'>, now: Date): boolean {
  const { day, hour } = londonTime(now);
  if (isoWeekday(day) > 5) return false;
  const isDayTime = hour >= 8 && hour < 19;
  if (reach.times.length === 0 || reach.times.includes('any')) return isDayTime;
  return reach.times.some((time) => {
    if (time === 'any') return false;
    const [from, before] = hours[time];
    return hour >= from && hour < before;
  });
}

/** A message may be left only where the family has said so. */
export const mayLeaveMessage = ({ reach }: Pick<Family, 'reach'>): boolean =>
  reach.voicemail === 'yes';

/**
 * Whether somebody must read the rules before the number is shown: it is not a safe time, no message
 * may be left, or the family asked to be reached in another way than by phone.
 */
export const mustReadFirst = (family: Reachable, now: Date): boolean =>
  !isSafeTime(family, now) || !mayLeaveMessage(family) || family.contact.channel !== 'phone';
