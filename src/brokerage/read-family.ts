import { parseTyped } from '#platform/http/form.ts';
import { failure, success, type Result } from '#platform/result.ts';
import { knownAt } from './answer-question.ts';
import { questions, type Answered } from './ask/questions.ts';
import { pathOf, splitStep, type AskStep } from './ask/steps.ts';
import type { Answers } from './draft-store.ts';
import { familySchema, unasked, type Child, type Family } from './family.ts';

type Reading = { readonly answers: Answers; readonly today: string };

/** What one step's answer means today; undefined when it is not asked, not answered or does not hold. */
function read<Name extends keyof Answered>(
  { answers, today }: Reading,
  name: Name,
  step: AskStep,
): Answered[Name] | undefined {
  const typed = answers.steps[step];
  if (typed === undefined) return undefined;
  const form: unknown = questions[name].form(knownAt(answers.steps, step, today));
  const parsed = parseTyped(form as Parameters<typeof parseTyped<Answered[Name]>>[0], typed);
  return parsed.ok ? parsed.value : undefined;
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
  const open = firstOpen(answers, today);
  if (open !== null) return failure('answer-incomplete');
  const { cameFrom, first } = answers;
  const family = familySchema.safeParse({
    ...unasked,
    ...answered({ answers, today }),
    ...{ language, cameFrom, first, typed: answers.steps },
  });
  return family.success ? success(family.data) : failure('answer-incomplete');
}

/** The first question of the path that has no answer, or one that does not hold today; null when none. */
export function firstOpen(answers: Answers, today: string): AskStep | null {
  const reading = { answers, today };
  const isOpen = (step: AskStep) => read(reading, splitStep(step).name, step) === undefined;
  return pathOf(answers.steps).find(isOpen) ?? null;
}
/** The parts that are answered so far; the rest is left out. */
export function answered(reading: Reading): Partial<Family> {
  const path = pathOf(reading.answers.steps);
  const at = <Name extends keyof Answered & AskStep>(name: Name) =>
    path.includes(name) ? read(reading, name, name) : undefined;
  const kept = {
    wish: at('wish')?.wish,
    question: at('question')?.text,
    ...{ about: at('about'), agreement: at('agreement'), start: at('start'), times: at('times') },
    ...{ kinds: at('kinds'), place: at('place'), money: at('money'), tried: at('tried') },
    ...{ helpers: at('helpers'), contact: at('contact'), reach: at('reach') },
    ...{ sharing: at('sharing'), children: childrenOf(reading, at('children')) },
  };
  return Object.fromEntries(Object.entries(kept).filter(([, value]) => value !== undefined));
}

const noNeeds: Answered['needs'] = { groups: [], plan: 'not-sure', text: '' };
const noCare: Answered['care'] = { tasks: [], care: '' };

/** The children, each with what would help it as far as that is answered. */
function childrenOf(reading: Reading, children: Answered['children'] | undefined) {
  const path = pathOf(reading.answers.steps);
  return children?.map((child, index): Child => {
    const needs: AskStep = `needs-${index + 1}`;
    const care: AskStep = `care-${index + 1}`;
    return {
      ...child,
      ...(read(reading, 'needs', needs) ?? noNeeds),
      ...((path.includes(care) ? read(reading, 'care', care) : undefined) ?? noCare),
    };
  });
}
