import { reasonCodes } from '#brokerage/provider-answer.ts';
import { refusalWords } from '#casework/asking/refusal-words.ts';
import { typedValue, type Typed } from '#platform/http/form.ts';
import type { Words } from '#platform/i18n/words.ts';

/** The provider's form, with what was typed. */
export function answerFormView({ t }: Words, typed: Typed) {
  const value = (name: string) => typedValue(typed, name);
  return {
    answers: [
      { value: 'yes', text: t('providers:form.answer.yes') },
      { value: 'yes-if', text: t('providers:form.answer.yesIf') },
      { value: 'visit-first', text: t('providers:form.answer.visitFirst') },
      { value: 'no', text: t('providers:form.answer.no') },
    ],
    reasons: [
      { value: '', text: t('providers:form.reason.choose') },
      ...reasonCodes.map((reason) => ({ value: reason, text: t(refusalWords[reason]) })),
    ],
    answer: value('answer'),
    day: value('day'),
    month: value('month'),
    year: value('year'),
    condition: value('condition'),
    reason: value('reason'),
    visit: typed['visit'] ?? [],
    note: value('note'),
  };
}
