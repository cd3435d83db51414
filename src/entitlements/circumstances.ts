/** Any question may be left open: the outcome is then "perhaps", with what would decide it. */
export const answers = ['yes', 'no', 'not-sure'] as const;
export type Answer = (typeof answers)[number];

/** How a child came to live with this family. `left-care`: adopted, or a special guardianship or child arrangements order, after care. */
export const careStates = ['own', 'fostered', 'left-care', 'kinship', 'not-sure'] as const;
export type CareState = (typeof careStates)[number];

export type Child = {
  /** Tells the children of one family apart; shown nowhere. */
  readonly id: string;
  /** `YYYY-MM`: the month of birth, or the month it is due. */
  readonly born: string;
  readonly isDue: boolean;
  readonly care: CareState;
  /** Gets Disability Living Allowance. */
  readonly dla: Answer;
  readonly ehcPlan: Answer;
  /** Needs, or may need, extra help to learn or take part. */
  readonly extraNeeds: Answer;
};

/**
 * `starting`: a job that begins on `startsOn`. `leave`: maternity, paternity, adoption or parental
 * leave until `startsOn`. `benefit`: cannot work, and gets a benefit for illness or caring.
 */
export const workStates = [
  'employed',
  'self-employed',
  'new-self-employed',
  'starting',
  'leave',
  'benefit',
  'none',
  'not-sure',
] as const;
export type WorkState = (typeof workStates)[number];

export const studentStates = ['no', 'school-or-college', 'university', 'not-sure'] as const;
export type StudentState = (typeof studentStates)[number];

export type Adult = {
  readonly work: WorkState;
  /** The London day a job begins or leave ends; null when there is none or it is not known. */
  readonly startsOn: string | null;
  /** The child (`Child.id`) that the leave is for. */
  readonly leaveFor: string | null;
  /** Expects to earn at least 16 hours a week at the own minimum wage, over three months. */
  readonly earnsMinimum: Answer;
  /** Expects an adjusted net income over the limit in this tax year. */
  readonly overLimit: Answer;
  readonly student: StudentState;
  readonly under20: Answer;
};

/** A family as it is today. One adult or two. */
export type FamilyCircumstances = {
  readonly children: readonly Child[];
  readonly adults: readonly Adult[];
  readonly universalCredit: Answer;
  /** On Universal Credit: earns no more, after tax, than the limit for 2-year-olds. */
  readonly lowEarnings: Answer;
  /** No recourse to public funds. */
  readonly noRecourse: Answer;
  /** With no recourse: income and savings within the limits for 2-year-olds. */
  readonly lowIncomeNoRecourse: Answer;
  /** Support for people who seek asylum (Immigration and Asylum Act 1999, Part VI). */
  readonly asylumSupport: Answer;
  /** A university student's household has no more income than the student grants allow. */
  readonly lowStudentIncome: Answer;
  /** Childcare vouchers or directly contracted childcare through an employer. */
  readonly vouchers: Answer;
  readonly inLondon: Answer;
  /** Has a code for working parents' hours in use now. */
  readonly hasCode: Answer;
  /** The day on which HMRC found that the family does not qualify any more. */
  readonly stoppedQualifyingOn: string | null;
};

/** A child of whom nothing but the month is said. */
export const plainChild = (id: string, born: string, isDue = false): Child => ({
  id,
  born,
  isDue,
  care: 'own',
  dla: 'no',
  ehcPlan: 'no',
  extraNeeds: 'no',
});

/** An adult who has answered nothing. */
export const unknownAdult: Adult = {
  work: 'not-sure',
  startsOn: null,
  leaveFor: null,
  earnsMinimum: 'not-sure',
  overLimit: 'not-sure',
  student: 'not-sure',
  under20: 'not-sure',
};

/** A family that has answered nothing. */
export const unknownFamily: FamilyCircumstances = {
  children: [],
  adults: [unknownAdult],
  universalCredit: 'not-sure',
  lowEarnings: 'not-sure',
  noRecourse: 'not-sure',
  lowIncomeNoRecourse: 'not-sure',
  asylumSupport: 'not-sure',
  lowStudentIncome: 'not-sure',
  vouchers: 'not-sure',
  inLondon: 'not-sure',
  hasCode: 'not-sure',
  stoppedQualifyingOn: null,
};
