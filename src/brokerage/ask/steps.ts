import type { Typed } from '#platform/http/form.ts';
import { mostChildren, wishes } from '../family.ts';

/** Answers that were not sent are kept for this long. */
export const draftHours = 7 * 24;

/** The questions of a request. Those about one child are asked for each, as `needs-1`, `needs-2` … */
const once = [
  'wish',
  'question',
  'about',
  'agreement',
  'children',
  'place',
  'start',
  'times',
  'kinds',
  'money',
  'tried',
  'helpers',
  'contact',
  'reach',
  'sharing',
] as const;
const ofEachChild = ['needs', 'care'] as const;
export type StepName = (typeof once)[number] | (typeof ofEachChild)[number];
export type AskStep = (typeof once)[number] | `${(typeof ofEachChild)[number]}-${number}`;

const perChild: readonly AskStep[] = Array.from(
  { length: mostChildren },
  (_, index) => index + 1,
).flatMap((number) => ofEachChild.map((name): AskStep => `${name}-${number}`));
export const askSteps: readonly AskStep[] = [...once, ...perChild];

export const isAskStep = (text: string | undefined): text is AskStep =>
  askSteps.some((step) => step === text);

/** A step's question, and the child it is about, from 0. */
export function splitStep(step: AskStep): { readonly name: StepName; readonly child: number } {
  const plain = once.find((name) => name === step);
  if (plain !== undefined) return { name: plain, child: 0 };
  const name = ofEachChild.find((one) => step.startsWith(one)) ?? 'needs';
  return { name, child: Number(step.slice(name.length + 1)) - 1 };
}

export type StepAnswers = Readonly<Partial<Record<AskStep, Typed>>>;
const first = (answers: StepAnswers, step: AskStep, field: string): string =>
  answers[step]?.[field]?.[0] ?? '';

/** What this family is asked, in order: answers given so far leave out what does not concern it. */
export function pathOf(answers: StepAnswers): readonly AskStep[] {
  const [place, advice] = wishes;
  if (first(answers, 'wish', 'wish') === advice) return ['wish', 'question', 'contact'];
  if (first(answers, 'wish', 'wish') !== place) return ['wish'];
  const isProfessional = first(answers, 'about', 'relation') === 'professional';
  return [
    ...steps('wish', 'about'),
    ...(isProfessional ? steps('agreement') : []),
    ...steps('children', 'place', 'start', 'times', 'kinds'),
    ...needsOf(answers),
    ...steps('money', 'tried', 'helpers', 'contact', 'reach', 'sharing'),
  ];
}
const steps = (...names: readonly AskStep[]): readonly AskStep[] => names;

/** How many children have a month or year typed; at least one. */
export const childCount = (answers: StepAnswers): number => {
  const { month = [], year = [], name = [] } = answers.children ?? {};
  const filled = (values: readonly string[]) =>
    values.findLastIndex((one) => one.trim() !== '') + 1;
  return Math.min(mostChildren, Math.max(1, filled(month), filled(year), filled(name)));
};

function needsOf(answers: StepAnswers): readonly AskStep[] {
  return Array.from({ length: childCount(answers) }, (_, index) => index + 1).flatMap((number) => {
    const groups = answers[`needs-${number}`]?.['groups'] ?? [];
    const needsCare = groups.includes('health') || groups.includes('equipment');
    return steps(`needs-${number}`, ...(needsCare ? steps(`care-${number}`) : []));
  });
}

/** Where Continue leads: the first question not answered yet, else the list of answers. */
export function nextPath(answers: StepAnswers): string {
  const open = pathOf(answers).find((step) => answers[step] === undefined);
  return open === undefined ? '/ask/check' : `/ask/${open}`;
}

/** Where Back leads from a question. */
export function backPath(answers: StepAnswers, step: AskStep): string {
  const path = pathOf(answers);
  const before = path[path.indexOf(step) - 1];
  return before === undefined ? '/ask' : `/ask/${before}`;
}

/** How far along a question is, such as 3 of 14. */
export function progressOf(answers: StepAnswers, step: AskStep) {
  const path = pathOf(answers);
  return { at: path.indexOf(step) + 1, of: path.length };
}
