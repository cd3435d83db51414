import {
  plainChild,
  type Adult,
  type Child,
  type FamilyCircumstances,
} from '#entitlements/circumstances.ts';
import type { Entitlement } from '#entitlements/entitlement.ts';
import { readReference } from '#entitlements/read-reference.ts';
import type { SchemeKey } from '#entitlements/schemes.ts';
import { timelineOf } from '#entitlements/timeline-of.ts';

export const reference = readReference();

/** Works, and earns enough and not too much. */
export const worker: Adult = {
  work: 'employed',
  startsOn: null,
  leaveFor: null,
  earnsMinimum: 'yes',
  overLimit: 'no',
  student: 'no',
  under20: 'no',
};
export const atHome: Adult = { ...worker, work: 'none', earnsMinimum: 'no' };

export const childBorn = (born: string, details: Partial<Child> = {}): Child => ({
  ...plainChild('a', born),
  ...details,
});

/** One working parent, no benefits, with one child, unless something else is said. */
export const family = (details: Partial<FamilyCircumstances> = {}): FamilyCircumstances => ({
  children: [childBorn('2024-02')],
  adults: [worker],
  universalCredit: 'no',
  lowEarnings: 'no',
  noRecourse: 'no',
  lowIncomeNoRecourse: 'no',
  asylumSupport: 'no',
  lowStudentIncome: 'no',
  vouchers: 'no',
  inLondon: 'no',
  hasCode: 'no',
  stoppedQualifyingOn: null,
  ...details,
});

export const today = '2026-11-22';

export const linesOf = (
  scheme: SchemeKey,
  circumstances: FamilyCircumstances,
  day = today,
): readonly Entitlement[] =>
  timelineOf(circumstances, day, reference).filter((line) => line.scheme === scheme);

/** The first line of a scheme. */
export function lineOf(
  scheme: SchemeKey,
  circumstances: FamilyCircumstances,
  day = today,
): Entitlement {
  const [line] = linesOf(scheme, circumstances, day);
  if (!line) throw new Error(`No line for ${scheme}`);
  return line;
}
