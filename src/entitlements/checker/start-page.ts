import type { Ctx } from '#platform/context.ts';
import { readTyped, showProblems, typedValue } from '#platform/http/form.ts';
import { checkToday } from './check-today.ts';
import { dueProblems } from './question.form.ts';
import { questionKeys } from './questions.ts';

/**
 * The first page, with the short way of expecting parents; `isReady` once their form is right, and can
 * be sent on as it is. `data` is null until it is sent.
 */
export function startPage(ctx: Ctx, data: FormData | null) {
  const texts = checkToday(ctx);
  const { t, format } = ctx.words;
  const typed = data === null ? {} : readTyped(data);
  const problems = data === null ? [] : dueProblems(typed, texts.today);
  return {
    isReady: data !== null && problems.length === 0,
    status: problems.length > 0 ? 422 : 200,
    problems: showProblems(ctx.words, problems),
    points: [
      t('checker:start.point.short', { number: format.number(questionKeys.length) }),
      t('checker:start.point.unsure'),
      t('checker:start.point.kept'),
      t('checker:start.point.dates'),
    ],
    month: typedValue(typed, 'month-a'),
    year: typedValue(typed, 'year-a'),
    help: t('checker:start.help', { phone: ctx.settings.council.phone }),
  };
}
