/** The questions of a request, in the order they are asked: one thing on each page. */
export const askSteps = [
  'about',
  'contact',
  'child',
  'needs',
  'times',
  'place',
  'tried',
  'sharing',
] as const;
/** Answers that were not sent are kept for this long. */
export const draftHours = 7 * 24;
export type AskStep = (typeof askSteps)[number];

export const isAskStep = (text: string | undefined): text is AskStep =>
  askSteps.some((step) => step === text);

/** Where Continue leads: the first question not answered yet, else the list of answers. */
export const nextPath = (answered: ReadonlySet<AskStep>): string => {
  const open = askSteps.find((step) => !answered.has(step));
  return open === undefined ? '/ask/check' : `/ask/${open}`;
};

/** Where Back leads from a question. */
export function backPath(step: AskStep): string {
  const before = askSteps[askSteps.indexOf(step) - 1];
  return before === undefined ? '/ask' : `/ask/${before}`;
}
