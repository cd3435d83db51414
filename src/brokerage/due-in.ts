import { closedDays } from '#platform/calendar/closed-days.ts';
import { dueDay } from '#platform/calendar/working-days.ts';
import type { Ctx } from '#platform/context.ts';
import { stepDays, type StepDays } from '#platform/settings/targets.ts';

/** The London day until which a step that begins now is to be done, for a case that may be urgent. */
export const dueIn = (
  { clock, settings }: Pick<Ctx, 'clock' | 'settings'>,
  { isUrgent }: { readonly isUrgent: boolean },
  step: keyof StepDays,
): string => dueDay(clock.now(), stepDays(settings.targets, isUrgent)[step], closedDays(settings));
