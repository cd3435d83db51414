import type { Ctx } from '#platform/context.ts';
import { readTyped, typedValue } from '#platform/http/form.ts';
import { checkToday } from './check-today.ts';
import { knownAnswers } from './known-answers.ts';
import { problemsOf } from './question.form.ts';
import { questionView, type QuestionView } from './question.view.ts';
import { askedOf, isQuestion, type QuestionKey } from './questions.ts';

/** The question to show; null when all are answered, and the result can be shown. */
export type QuestionsPage = QuestionView | null;

/**
 * Takes the answer to one question and shows the next, or the one that was asked for with `to`; who
 * changes one answer of a whole list goes on to the first that is missing. The answers so far travel
 * in the form's body, and are kept nowhere. `data` is a query of months, or a form.
 */
export function questionsPage(ctx: Ctx, data: FormData | URLSearchParams): QuestionsPage {
  const texts = checkToday(ctx);
  const sent = readTyped(data);
  const typed = knownAnswers(sent);
  const isChange = typedValue(sent, 'changes') === 'yes';
  const show = (key: QuestionKey) => questionView(texts, key, typed, [], isChange);
  const answered = typedValue(sent, 'answered');
  const to = typedValue(sent, 'to');
  const asked = askedOf(typed, texts.today);
  if (to === 'back') return show(before(asked, answered));
  if (isQuestion(to)) return show(to);
  if (!isQuestion(answered)) return show('children');
  const problems = problemsOf(answered, typed, texts.today);
  if (problems.length > 0) return questionView(texts, answered, typed, problems, isChange);
  const next = isChange
    ? asked.find((key) => problemsOf(key, typed, texts.today).length > 0)
    : asked[asked.indexOf(answered) + 1];
  return next === undefined ? null : show(next);
}

const before = (asked: readonly QuestionKey[], key: string): QuestionKey =>
  asked[Math.max(0, asked.findIndex((one) => one === key) - 1)] ?? 'children';
