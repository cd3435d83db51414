import { z } from 'zod';
import { isInclusionKey } from '#directory/inclusion-vocabulary.ts';

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const months = z.number().int().min(0).max(240);
const ages = z.strictObject({ from: months, to: months });
const daysAgo = z.number().int().min(0).max(2000);
const inclusionKey = z.string().refine((text): boolean => isInclusionKey(text));

/** What the sample area makes up about a place, beyond what an Ofsted file holds. */
const details = z.strictObject({
  urn: z.string(),
  /** For homes only: a made-up business name, and a district. */
  name: z.string().optional(),
  outward: z.string().optional(),
  email: z.email().optional(),
  website: z.url().optional(),
  description: z.string().max(500).optional(),
  ages: ages.optional(),
  hours: z
    .array(
      z.strictObject({
        days: z.array(z.number().int().min(1).max(7)),
        opens: time,
        closes: time,
        term: z.enum(['term-time', 'all-year', 'not-said']),
      }),
    )
    .optional(),
  costs: z
    .array(
      z.strictObject({
        unit: z.enum(['hour', 'session', 'day', 'week']),
        pence: z.number().int().positive(),
        label: z.string().optional(),
        ages: ages.optional(),
      }),
    )
    .optional(),
  vacancies: z
    .array(
      z.strictObject({
        ages,
        day: z.number().int().min(1).max(7).optional(),
        places: z.number().int().min(0),
        daysAgo,
      }),
    )
    .optional(),
  inclusion: z
    .strictObject({
      daysAgo,
      answers: z.record(inclusionKey, z.enum(['yes', 'with-notice', 'no', 'ask-us'])),
      notes: z.record(inclusionKey, z.string().max(200)),
    })
    .optional(),
});

export const sampleDetails = z.array(details);
/** Days are counted back from the day of loading, so that the sample never looks old. */
export type SampleDetails = z.infer<typeof details>;
