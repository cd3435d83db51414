import { showProblems, typedValue, type FieldProblem, type Typed } from '#platform/http/form.ts';
import type { CheckTexts } from '../checker/check-texts.ts';
import { hiddenFields, knownAnswers } from '../checker/known-answers.ts';
import { schemeName } from '../scheme-words.ts';
import { reminderKey, type ReminderDay } from './reminder.ts';

/** What a day is in words: "Last day to ask: Tax-Free Childcare (31 December 2026)". */
export const dayText = (
  { words, reference }: Pick<CheckTexts, 'words' | 'reference'>,
  { scheme, kind, day }: ReminderDay,
): string =>
  words.t('checker:remind.day', {
    text: words.t(`entitlements:moment.${kind}`, { name: schemeName(words, reference, scheme) }),
    day: words.format.day(day),
  });

/** The form that asks for reminders, with what was typed and what is wrong with it. */
export function reminderForm(
  texts: CheckTexts,
  days: readonly ReminderDay[],
  typed: Typed,
  problems: readonly FieldProblem[],
) {
  return {
    hidden: hiddenFields(knownAnswers(typed)),
    items: days.map((day) => ({ value: reminderKey(day), text: dayText(texts, day) })),
    picked: typed['pick'] ?? [],
    way: typedValue(typed, 'way'),
    email: typedValue(typed, 'email'),
    phone: typedValue(typed, 'phone'),
    problems: showProblems(texts.words, problems),
  };
}
export type ReminderForm = ReturnType<typeof reminderForm>;
