import { parseTyped } from '#platform/http/form.ts';
import { failure, success, type Result } from '#platform/result.ts';
import { knownAt } from './answer-question.ts';
import { questions, type Answered } from './ask/questions.ts';
import { pathOf, splitStep, type AskStep } from './ask/steps.ts';
import type { Answers } from './draft-store.ts';
import { familySchema, unasked, type Child, type Family } from './family.ts';

/** A draft's answers as they are understood on a day. */
export type Reading = {
  readonly answers: Answers;
  readonly today: string;
  readonly path: readonly AskStep[];
  readonly understood: Map<AskStep, unknown>;
};

/** `today` is London's day: some answers, such as a start, do not hold on another. */
export const reading = (answers: Answers, today: string): Reading => ({
  ...{ answers, today },
  path: pathOf(answers.steps),
  understood: new Map(),
});

/** What one step's answer means; undefined when it is not answered or does not hold. */
function read<Name extends keyof Answered>(
  { answers, today, understood }: Reading,
  name: Name,
  step: AskStep,
): Answered[Name] | undefined {
  if (!understood.has(step)) {
    const typed = answers.steps[step];
    const form: unknown = questions[name].form(knownAt(answers.steps, step, today));
    const parsed =
      typed && parseTyped(form as Parameters<typeof parseTyped<Answered[Name]>>[0], typed);
    understood.set(step, parsed?.ok ? parsed.value : undefined);
  }
  return understood.get(step) as Answered[Name] | undefined;
}

/**
 * All answers of a draft as one family's request. `today` is London's day. Problem:
 * `answer-incomplete` when a question is open or an old answer does not hold today.
 */
export function readFamily(
  answers: Answers,
  language: string,
  today: string,
): Result<Family, 'answer-incomplete'> {
  const whole = reading(answers, today);
  if (openIn(whole) !== null) return failure('answer-incomplete');
  const { cameFrom, first } = answers;
  const family = familySchema.safeParse({
    ...unasked,
    ...answered(whole),
    ...{ language, cameFrom, first, typed: answers.steps },
  });
  return family.success ? success(family.data) : failure('answer-incomplete');
}

/** The first question of the path that has no answer, or one that does not hold today; null when none. */
export const firstOpen = (answers: Answers, today: string): AskStep | null =>
  openIn(reading(answers, today));

const openIn = (whole: Reading): AskStep | null =>
  whole.path.find((step) => read(whole, splitStep(step).name, step) === undefined) ?? null;

/** The parts that are answered so far; the rest is left out. */
export function answered(whole: Reading): Partial<Family> {
  const at = <Name extends keyof Answered & AskStep>(name: Name) =>
    whole.path.includes(name) ? read(whole, name, name) : undefined;
  const kept = {
    wish: at('wish')?.wish,
    question: at('question')?.text,
    ...{ about: at('about'), agreement: at('agreement'), start: at('start'), times: at('times') },
    ...{ kinds: at('kinds'), place: at('place'), money: at('money'), tried: at('tried') },
    ...{ helpers: at('helpers'), contact: at('contact'), reach: at('reach') },
    ...{ sharing: at('sharing'), children: childrenOf(whole, at('children')) },
  };
  return Object.fromEntries(Object.entries(kept).filter(([, value]) => value !== undefined));
}

const noNeeds: Answered['needs'] = { groups: [], plan: 'not-sure', text: '' };
const noCare: Answered['care'] = { tasks: [], care: '' };

/** The children, each with what would help it as far as that is answered. */
function childrenOf(whole: Reading, children: Answered['children'] | undefined) {
  return children?.map((child, index): Child => {
    const needs: AskStep = `needs-${index + 1}`;
    const care: AskStep = `care-${index + 1}`;
    return {
      ...child,
      ...(read(whole, 'needs', needs) ?? noNeeds),
      ...((whole.path.includes(care) ? read(whole, 'care', care) : undefined) ?? noCare),
    };
  });
}
