import type { FamilyCircumstances } from '../circumstances.ts';

/**
 * Families of whom fewer claim than could: out of work, on a low income or benefits, new to the
 * country, very young, or raising somebody else's child. They are told first what needs no form.
 */
export const isUnlikelyToClaim = (family: FamilyCircumstances): boolean =>
  family.universalCredit === 'yes' ||
  family.noRecourse !== 'no' ||
  family.asylumSupport !== 'no' ||
  family.adults.some(
    ({ work, under20, earnsMinimum }) =>
      ['none', 'benefit', 'not-sure'].includes(work) || under20 === 'yes' || earnsMinimum === 'no',
  ) ||
  family.children.some(({ care }) => care === 'fostered' || care === 'kinship');
