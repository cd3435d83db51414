import { taskWords, termWords, timesText } from '#brokerage/family-words.ts';
import { inclusionGroupWord } from '#directory/directory-words.ts';
import type { Words } from '#platform/i18n/words.ts';
import type { EnquiryQuestion } from './enquiry.ts';
import { questionAge } from './question-words.ts';

/** What a provider reads of a family: no more than the question holds. */
export function enquiryView(words: Words, { question }: { readonly question: EnquiryQuestion }) {
  const { t, format } = words;
  const { day = '', note } = question;
  const row = (key: FactKey, text: string, foreign = false) => ({
    key: t(`providers:fact.${key}`),
    text,
    foreign,
  });
  const rows = [
    row('age', question.childrenMonths.map((months) => questionAge(words, months)).join('\n')),
    row('start', question.start === '' ? t('providers:fact.asap') : format.month(question.start)),
    row('times', dayText(words, question)),
    row('district', question.district, true),
    row('needs', needsText(words, question.needGroups)),
    row('tasks', (question.tasks ?? []).map((task) => t(taskWords[task])).join('\n')),
    row('day', day, true),
    row('note', note, true),
  ];
  return {
    name: question.providerName,
    facts: rows.filter(({ text }) => text !== ''),
    help: helpOf(words, question),
  };
}
type FactKey = 'age' | 'start' | 'times' | 'district' | 'needs' | 'tasks' | 'day' | 'note';

function dayText(words: Words, { term = 'not-sure', ...times }: EnquiryQuestion): string {
  const text = timesText(words, times);
  return term === 'not-sure' ? text : `${text}\n${words.t(termWords[term])}`;
}

function needsText({ t }: Words, groups: EnquiryQuestion['needGroups']): string {
  if (groups === null) return t('providers:fact.needsNotShared');
  if (groups.length === 0) return t('providers:fact.needsNone');
  return groups.map((group) => t(inclusionGroupWord(group))).join('\n');
}

/** The help there is, in words without figures; null when the child is not said to need any. */
function helpOf({ t }: Words, { needGroups, tasks = [] }: EnquiryQuestion) {
  if ((needGroups ?? []).length === 0 && tasks.length === 0) return null;
  return [
    t('providers:practical.visit'),
    t('providers:practical.fund'),
    t('providers:practical.inclusionFund'),
    ...(tasks.length === 0 ? [] : [t('providers:practical.training')]),
    t('providers:practical.law'),
  ];
}
