import type { Words } from '#platform/i18n/words.ts';
import { answerWords, inclusionGroupWord, inclusionWord } from './directory-words.ts';
import { attributesIn, inclusionGroups } from './inclusion-vocabulary.ts';
import { effectiveAnswer, type InclusionAnswer } from './inclusion.ts';
import type { Provider } from './provider.ts';

const looks: Readonly<Record<InclusionAnswer, 'met' | 'unmet' | 'unknown'>> = {
  yes: 'met',
  'with-notice': 'met',
  no: 'unmet',
  'not-said': 'unknown',
};

/**
 * What a place says it can do, group by group: what it answered, each with its day; and by name what it
 * has said nothing about, or nothing lately.
 */
export function inclusionView({ t, format }: Words, provider: Provider, today: string) {
  return inclusionGroups.map((group) => {
    const answers = attributesIn(group).map(({ key }) => {
      const record = provider.inclusion.get(key);
      return { key, record, answer: effectiveAnswer(record, today) };
    });
    const unsaid = answers
      .filter(({ answer }) => answer === 'not-said')
      .map(({ key }) => t(inclusionWord(key)));
    return {
      title: t(inclusionGroupWord(group)),
      said: answers
        .filter(({ answer }) => answer !== 'not-said')
        .map(({ key, record, answer }) => ({
          label: t(inclusionWord(key)),
          answer: t(answerWords[answer]),
          look: looks[answer],
          note: record?.note ?? null,
          confirmed: record
            ? t('directory:provider.confirmed', { day: format.day(record.confirmedOn) })
            : null,
        })),
      unsaid:
        unsaid.length > 0
          ? t('directory:provider.groupNotSaid', { list: format.list(unsaid) })
          : null,
    };
  });
}
