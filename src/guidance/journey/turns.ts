import { z } from 'zod';
import doorList from '#content/reference/journey/doors.json' with { type: 'json' };
import stepList from '#content/reference/journey/steps.json' with { type: 'json' };
import { audienceKeys, serviceKinds } from '#directory/taxonomy.ts';
import { isFigureKey } from '#entitlements/figures.ts';
import { schemeKeys } from '#entitlements/schemes.ts';

export const stepKeys = [
  ...(['thinking', 'pregnancy', 'birth', 'six-weeks', 'back-to-work', 'nine-months'] as const),
  ...(['two', 'three', 'starting-school', 'wraparound', 'moving-here', 'extra-needs'] as const),
  ...(['separation', 'kinship-care'] as const),
] as const;
export type StepKey = (typeof stepKeys)[number];

export const doorKeys = [
  ...(['fathers', 'young-parents', 'lone-parents', 'traveller-families'] as const),
  ...(['disabled-parents', 'new-arrivals', 'kinship-carers', 'foster-carers'] as const),
] as const;
export type DoorKey = (typeof doorKeys)[number];

/** Months after birth, after the age at which a scheme begins, or after the start of reception. */
const mark = z.union([
  z.strictObject({ months: z.int() }),
  z.strictObject({ figure: z.string().refine(isFigureKey), months: z.int() }),
  z.strictObject({ reception: z.literal(true), months: z.int() }),
]);
export type Mark = z.infer<typeof mark>;

const leadsTo = {
  /** Articles of the guidance, by slug. */
  guides: z.array(z.string()).min(1),
  schemes: z.array(z.enum(schemeKeys)),
  /** Kinds of service; those in one list stand for one another. */
  services: z.array(z.array(z.enum(serviceKinds)).min(1)).min(1),
  audiences: z.array(z.enum(audienceKeys)),
  /** Its readers may have to hide what they read. */
  mayHaveToLeave: z.boolean(),
};
export type Turn = Omit<z.infer<typeof door>, 'key'>;

const step = z.strictObject({
  key: z.enum(stepKeys),
  from: mark.nullable(),
  to: mark.nullable(),
  ...leadsTo,
});
export type JourneyStep = z.infer<typeof step>;

const door = z.strictObject({ key: z.enum(doorKeys), ...leadsTo });
export type Door = z.infer<typeof door>;

/** The turns of family life, in the order in which they come. */
export const journeySteps: readonly JourneyStep[] = z.array(step).parse(stepList.steps);

/** Families with a door of their own. */
export const doors: readonly Door[] = z.array(door).parse(doorList.doors);
