import { changeWords, waitWords } from '#brokerage/answer-words.ts';
import { changeKinds, waits, type ReasonCode } from '#brokerage/provider-answer.ts';
import { attributesIn } from '#directory/inclusion-vocabulary.ts';
import { inclusionWord } from '#directory/directory-words.ts';
import { typedValue, type Typed } from '#platform/http/form.ts';
import type { Words } from '#platform/i18n/words.ts';
import { bandWords } from './band-words.ts';
import type { EnquiryQuestion } from './enquiry.ts';
import { vacancyBands } from './learned-facts.ts';
import { refusalWords } from './refusal-words.ts';

/** The form for a provider's answer, with what was typed; for providers, and for what staff heard. */
export function answerFormView(
  { t }: Words,
  typed: Typed,
  { reasons, needGroups }: Pick<EnquiryQuestion, 'needGroups'> & { reasons: readonly ReasonCode[] },
) {
  const value = (name: string) => typedValue(typed, name);
  const kinds = changeKinds.map((kind) => ({ value: kind, text: t(changeWords[kind]) }));
  const attributes = (needGroups ?? []).flatMap((group) => attributesIn(group));
  return {
    answers: [
      { value: 'yes', text: t('providers:form.answer.yes') },
      { value: 'yes-if', text: t('providers:form.answer.yesIf') },
      { value: 'visit-first', text: t('providers:form.answer.visitFirst') },
      { value: 'waiting-list', text: t('providers:form.answer.waitingList') },
      { value: 'no', text: t('providers:form.answer.no') },
    ],
    reasons: [
      { value: '', text: t('providers:form.reason.choose') },
      ...reasons.map((reason) => ({ value: reason, text: t(refusalWords[reason]) })),
    ],
    kinds,
    waits: [
      { value: '', text: t('providers:form.wait.choose') },
      ...waits.map((wait) => ({ value: wait, text: t(waitWords[wait]) })),
    ],
    bands: [
      { value: '', text: t('providers:form.facts.choose') },
      ...vacancyBands.map(({ key }) => ({ value: key, text: t(bandWords[key]) })),
    ],
    attributes: attributes.map(({ key }) => ({ value: key, text: t(inclusionWord(key)) })),
    value,
    ticked: (name: string) => typed[name] ?? [],
  };
}
