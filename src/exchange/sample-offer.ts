import { z } from 'zod';
import { fundedSchemes } from '#directory/taxonomy.ts';

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const months = z.number().int().min(0).max(240);
const weekday = z.number().int().min(1).max(7);

export const sampleAges = z.strictObject({ from: months, to: months });
/** Days before the loading of the sample. */
export const daysAgo = z.number().int().min(0).max(2000);

const hours = z.strictObject({
  days: z.array(weekday),
  opens: time,
  closes: time,
  term: z.enum(['term-time', 'holidays', 'all-year', 'not-said']),
  session: z.string().optional(),
  funded: z.literal(true).optional(),
});

const cost = z.strictObject({
  unit: z.enum(['hour', 'session', 'day', 'week', 'month']),
  pence: z.number().int().positive(),
  hours: z.number().positive().optional(),
  label: z.string().optional(),
  includes: z.string().optional(),
  ages: sampleAges.optional(),
});

const funded = z.strictObject({
  scheme: z.enum(fundedSchemes),
  hours: z.number().positive().optional(),
  stretched: z.boolean().optional(),
  note: z.string().optional(),
});

/** `places` 0 is full; `inDays` counts from the day it was said, and is a Monday or the next. */
const vacancies = z.strictObject({
  daysAgo,
  free: z.array(
    z.strictObject({
      ages: sampleAges,
      day: weekday.optional(),
      places: z.number().int().min(0),
      inDays: z.number().int().positive().optional(),
    }),
  ),
});

/** What a place gives families and asks for it; what is left out is not said. */
export const sampleOffer = z.strictObject({
  hours: z.array(hours).optional(),
  costs: z.array(cost).optional(),
  deposit: z.number().int().positive().optional(),
  extras: z.string().optional(),
  meals: z.string().optional(),
  ratio: z.string().optional(),
  waitingList: z.enum(['open', 'closed', 'none']).optional(),
  freeEarlyYears: z.boolean().optional(),
  funded: z.array(funded).optional(),
  vacancies: vacancies.optional(),
});
export type SampleOffer = z.infer<typeof sampleOffer>;
