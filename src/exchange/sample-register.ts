import { z } from 'zod';
import { reportCardAreas, reportCardStandards } from '#directory/inspection.ts';
import { daysAgo, sampleAges } from './sample-offer.ts';

const ageBand = z.strictObject({
  ages: sampleAges,
  most: z.number().int().positive(),
  register: z.enum(['early-years', 'compulsory', 'voluntary']),
});

const step = z.strictObject({ step: z.enum(['notice-to-cancel', 'suspended']), daysAgo });

/** An inspection on the scale that began on 10 November 2025. */
const reportCard = z.strictObject({
  number: z.string(),
  daysAgo,
  safeguardingMet: z.boolean(),
  standards: z.record(z.enum(reportCardAreas), z.enum(reportCardStandards)),
});

/** What the register says beyond a row of Ofsted's file. */
export const sampleRegister = z.strictObject({
  conditions: z.array(z.string()).optional(),
  ageBands: z.array(ageBand).optional(),
  steps: z.array(step).optional(),
  caresIn: z.array(z.enum(['own-home', 'child-home', 'other-domestic', 'non-domestic'])).optional(),
  carePeriods: z.array(z.string()).optional(),
  reportCard: reportCard.optional(),
});
export type SampleRegister = z.infer<typeof sampleRegister>;
