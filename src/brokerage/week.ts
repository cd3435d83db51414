export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof weekdays)[number];
export const dayParts = ['early', 'morning', 'afternoon', 'evening'] as const;
export type DayPart = (typeof dayParts)[number];
export type Slot = `${Weekday}-${DayPart}`;

/** The hours each part of a day stands for, London time, in minutes after midnight. */
export const partHours: Readonly<Record<DayPart, { from: number; to: number }>> = {
  early: { from: 7 * 60, to: 8 * 60 },
  morning: { from: 8 * 60, to: 13 * 60 },
  afternoon: { from: 13 * 60, to: 18 * 60 },
  evening: { from: 18 * 60, to: 20 * 60 },
};

/** All slots of a week, day by day. */
export const allSlots: readonly Slot[] = weekdays.flatMap((day) =>
  dayParts.map((part): Slot => `${day}-${part}`),
);

/** The days that any of these slots fall on, Monday first. */
export const daysOf = (slots: readonly Slot[]): readonly Weekday[] =>
  weekdays.filter((day) => slots.some((slot) => slot.startsWith(day)));

/** The parts wanted on one day. */
export const partsOn = (slots: readonly Slot[], day: Weekday): readonly DayPart[] =>
  dayParts.filter((part) => slots.includes(`${day}-${part}`));

/** Hours in a week that these slots add up to. */
export const hoursOf = (slots: readonly Slot[]): number =>
  weekdays
    .flatMap((day) => partsOn(slots, day))
    .reduce((hours, part) => hours + (partHours[part].to - partHours[part].from) / 60, 0);
