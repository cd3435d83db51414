import { parseTyped } from '#platform/http/form.ts';
import { failure, success, type Result } from '#platform/result.ts';
import { stepForms } from './ask/step-forms.ts';
import { askSteps } from './ask/steps.ts';
import type { Answers } from './draft-store.ts';
import { familySchema, type Family } from './family.ts';

/**
 * All answers of a draft as one family's request. `today` is London's day. Problem:
 * `answer-incomplete` when a question is open or an old answer does not hold today.
 */
export function readFamily(
  answers: Answers,
  language: string,
  today: string,
): Result<Family, 'answer-incomplete'> {
  const forms = stepForms(today);
  const parts: Record<string, unknown> = { language, cameFrom: answers.cameFrom };
  for (const step of askSteps) {
    const parsed = parseTyped<unknown>(forms[step], answers.steps[step] ?? {});
    if (answers.steps[step] === undefined || !parsed.ok) return failure('answer-incomplete');
    parts[step] = parsed.value;
  }
  const family = familySchema.safeParse(parts);
  return family.success ? success(family.data) : failure('answer-incomplete');
}
