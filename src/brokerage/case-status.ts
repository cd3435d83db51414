export const caseStatuses = [
  'new',
  'in-progress',
  'waiting-provider',
  'waiting-family',
  'closed',
] as const;
export type CaseStatus = (typeof caseStatuses)[number];

/** Which status may follow which. A closed case stays closed, unless it is opened again. */
const following: Readonly<Record<CaseStatus, readonly CaseStatus[]>> = {
  new: ['in-progress', 'closed'],
  'in-progress': ['in-progress', 'waiting-provider', 'waiting-family', 'closed'],
  'waiting-provider': ['in-progress', 'waiting-provider', 'waiting-family', 'closed'],
  'waiting-family': ['in-progress', 'waiting-provider', 'waiting-family', 'closed'],
  closed: [],
};

export const mayBecome = (from: CaseStatus, to: CaseStatus): boolean =>
  following[from].includes(to);

/** What somebody must do next on an open case. */
export const nextActions = [
  'contact-family',
  'find-places',
  'wait-for-provider',
  'read-answer',
  'read-message',
  'wait-for-family',
  'confirm-place',
] as const;
export type NextAction = (typeof nextActions)[number];

/** How a case can end: the outcome codes that sufficiency reports are made from. */
export const outcomes = [
  'placed-as-wanted',
  'placed-with-compromise',
  'waiting-list',
  'found-own',
  'plans-changed',
  'other-authority',
  'unmet',
  'lost-contact',
  'withdrawn',
] as const;
export type Outcome = (typeof outcomes)[number];
