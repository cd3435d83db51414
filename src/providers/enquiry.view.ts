import { timesText } from '#brokerage/family-words.ts';
import { inclusionGroupWord } from '#directory/directory-words.ts';
import type { Words } from '#platform/i18n/words.ts';
import { questionAge } from '#casework/asking/question-words.ts';
import type { OwnEnquiry } from './read-enquiry.ts';

/** What a provider reads of a family: no more than the question holds. */
export function enquiryView(
  words: Words,
  { enquiry }: { readonly enquiry: Pick<OwnEnquiry['enquiry'], 'question'> },
) {
  const { t, format } = words;
  const { question } = enquiry;
  const row = (key: FactKey, text: string, foreign = false) => ({
    key: t(`providers:fact.${key}`),
    text,
    foreign,
  });
  return {
    name: question.providerName,
    facts: [
      row('age', question.childrenMonths.map((months) => questionAge(words, months)).join('\n')),
      row('start', question.start === '' ? t('providers:fact.asap') : format.month(question.start)),
      row('times', timesText(words, question)),
      row('district', question.district, true),
      row('needs', needsText(words, question.needGroups)),
      ...(question.note === '' ? [] : [row('note', question.note, true)]),
    ],
  };
}
type FactKey = 'age' | 'start' | 'times' | 'district' | 'needs' | 'note';

function needsText({ t }: Words, groups: OwnEnquiry['enquiry']['question']['needGroups']): string {
  if (groups === null) return t('providers:fact.needsNotShared');
  if (groups.length === 0) return t('providers:fact.needsNone');
  return groups.map((group) => t(inclusionGroupWord(group))).join('\n');
}
