import { z } from 'zod';

const workingDays = (days: number) => z.coerce.number().int().min(1).max(60).default(days);

/** How long each step of a request may take. */
export const targetSettings = {
  SLA_CONTACT_DAYS: workingDays(2),
  SLA_PROVIDER_ANSWER_DAYS: workingDays(2),
  SLA_OPTIONS_DAYS: workingDays(10),
  SLA_FAMILY_ANSWER_DAYS: workingDays(10),
  SLA_URGENT_CONTACT_DAYS: workingDays(1),
  SLA_URGENT_PROVIDER_ANSWER_DAYS: workingDays(1),
  SLA_URGENT_OPTIONS_DAYS: workingDays(5),
  SLA_URGENT_FAMILY_ANSWER_DAYS: workingDays(5),
  CLAIM_RETURN_HOURS: z.coerce.number().int().min(1).max(200).default(8),
};

type Given = z.infer<z.ZodObject<typeof targetSettings>>;

/** Working days for each step. */
export type StepDays = {
  /** From receiving a request until somebody has spoken with the family. */
  readonly contact: number;
  readonly providerAnswer: number;
  /** From receiving a request until the family has options. */
  readonly options: number;
  readonly familyAnswer: number;
};
export type Targets = StepDays & {
  /** The same for a request whose care is wanted within four weeks. */
  readonly urgent: StepDays;
  /** Working hours after which a claim on which nobody has worked returns to the queue. */
  readonly claimReturnHours: number;
};

export const readTargets = (given: Given): Targets => ({
  contact: given.SLA_CONTACT_DAYS,
  providerAnswer: given.SLA_PROVIDER_ANSWER_DAYS,
  options: given.SLA_OPTIONS_DAYS,
  familyAnswer: given.SLA_FAMILY_ANSWER_DAYS,
  urgent: {
    contact: given.SLA_URGENT_CONTACT_DAYS,
    providerAnswer: given.SLA_URGENT_PROVIDER_ANSWER_DAYS,
    options: given.SLA_URGENT_OPTIONS_DAYS,
    familyAnswer: given.SLA_URGENT_FAMILY_ANSWER_DAYS,
  },
  claimReturnHours: given.CLAIM_RETURN_HOURS,
});

/** The days for a request of that urgency. */
export const stepDays = (targets: Targets, isUrgent: boolean): StepDays =>
  isUrgent ? targets.urgent : targets;
