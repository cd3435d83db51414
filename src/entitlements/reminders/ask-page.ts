import type { Ctx } from '#platform/context.ts';
import { readTyped, typedValue } from '#platform/http/form.ts';
import { checkToday } from '../checker/check-today.ts';
import { familyFrom } from '../checker/family-from.ts';
import { knownAnswers } from '../checker/known-answers.ts';
import { childrenOf } from '../checker/questions.ts';
import { momentsOf } from '../moments.ts';
import { timelineOf } from '../timeline-of.ts';
import { askReminders } from './ask-reminders.ts';
import { parseReminders } from './reminder.form.ts';
import { reminderForm, type ReminderForm } from './reminder.view.ts';
import { reminderDays, unconfirmedDays } from './reminder.ts';

export type AskPage = {
  readonly status: number;
  readonly form: ReminderForm;
  /** What was done, in words; null until it is. */
  readonly sent: string | null;
  readonly isBusy: boolean;
};

/**
 * The form for reminders of the days that the answers in a form come to, and, once it is sent, the link
 * to confirm them. Null when there are no answers. `mayAsk` is only called for a whole form.
 */
export function askPage(ctx: Ctx, data: FormData, mayAsk: () => boolean): AskPage | null {
  const texts = checkToday(ctx);
  const { reference, today, words } = texts;
  const typed = readTyped(data);
  const answers = knownAnswers(typed);
  if (childrenOf(answers, today).length === 0) return null;
  const timeline = timelineOf(familyFrom(answers, today), today, reference);
  const days = reminderDays(momentsOf(timeline, today), today);
  const page = {
    status: 200,
    form: reminderForm(texts, days, typed, []),
    sent: null,
    isBusy: false,
  };
  if (typedValue(typed, 'do') !== 'ask') return page;
  const parsed = parseReminders(typed, days);
  if (!parsed.ok) {
    return { ...page, status: 422, form: reminderForm(texts, days, typed, parsed.problems) };
  }
  if (!mayAsk()) return { ...page, status: 429, isBusy: true };
  askReminders(ctx, parsed.value);
  const values = { number: words.format.number(unconfirmedDays) };
  return { ...page, sent: words.t('checker:remind.sent.text', values) };
}
