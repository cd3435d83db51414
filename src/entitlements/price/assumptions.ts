/** What a sum takes for granted; words in `entitlements:assumes`. */
export const assumptions = [
  'cheapestThatCovers',
  'sessionLengthNotSaid',
  'openAllWeeks',
  'closedInHolidays',
  'outsideOpeningHours',
  'freeHoursAtAverageRate',
  'hoursInTermOnly',
  'hoursStretched',
  'stretchedNotSaid',
  'noFundedPlaceHere',
  'perhapsNotCounted',
  'extrasNotKnown',
  'spreadEvenly',
  'universalCreditAtMost',
  'limitNotKnown',
] as const;
export type Assumption = (typeof assumptions)[number];
