import type { Ctx } from '#platform/context.ts';
import { readTyped, typedValue } from '#platform/http/form.ts';
import { checkToday } from './check-today.ts';
import { knownAnswers } from './known-answers.ts';
import { childrenOf } from './questions.ts';
import { resultView, type ResultView } from './result.view.ts';

/** The result for the answers in a form; null when there is no child in them, so that none can be. */
export function resultPage(ctx: Ctx, data: FormData): ResultView | null {
  const texts = checkToday(ctx);
  const sent = readTyped(data);
  const typed = knownAnswers(sent);
  if (childrenOf(typed, texts.today).length === 0) return null;
  return resultView(texts, typed, typedValue(sent, 'do') === 'compare');
}
