import { addDays } from '#platform/calendar/london-time.ts';
import { momentKinds, type Moment } from '../moments.ts';
import { schemeKeys, type SchemeKey } from '../schemes.ts';

/** How somebody wants to be reminded. */
export const ways = ['email', 'text'] as const;
export type Contact = { readonly way: (typeof ways)[number]; readonly to: string };

/** A day to be reminded of: all that is kept of a family, besides where to write to. London days. */
export type ReminderDay = {
  readonly scheme: SchemeKey;
  readonly kind: Moment['kind'];
  readonly day: string;
  readonly sendOn: string;
};

/** One that was asked for and not confirmed is deleted after so many days. */
export const unconfirmedDays = 7;

/** How many days before a day its message goes: time to ask, to look for a place, to find another. */
const daysBefore = { opens: 0, deadline: 14, starts: 14, ends: 30 } as const satisfies Record<
  Moment['kind'],
  number
>;

/** The days of a timeline that one can be reminded of, each once, soonest first; tomorrow is too soon. */
export function reminderDays(moments: readonly Moment[], today: string): readonly ReminderDay[] {
  const soonest = addDays(today, 1);
  const days = moments
    .filter(({ on }) => on > soonest)
    .map(({ on, kind, entitlement: { scheme } }) => {
      const wanted = addDays(on, -daysBefore[kind]);
      return { scheme, kind, day: on, sendOn: wanted > soonest ? wanted : soonest };
    });
  return [...new Map(days.map((day) => [reminderKey(day), day])).values()];
}

/** Names a day in a form. */
export const reminderKey = ({ scheme, kind, day }: Omit<ReminderDay, 'sendOn'>): string =>
  [scheme, kind, day].join('|');

/** A stored row's words as ours; undefined for a kind of help that there is no more. */
export function knownDay(row: {
  readonly scheme: string;
  readonly kind: string;
  readonly day: string;
  readonly sendOn: string;
}): ReminderDay | undefined {
  const scheme = schemeKeys.find((key) => key === row.scheme);
  const kind = momentKinds.find((key) => key === row.kind);
  return scheme === undefined || kind === undefined
    ? undefined
    : { scheme, kind, day: row.day, sendOn: row.sendOn };
}
