import type { Words } from '#platform/i18n/words.ts';
import { answerWords, inclusionGroupWord, inclusionWord } from './directory-words.ts';
import {
  attributesIn,
  inclusionAttributes,
  inclusionGroups,
  type InclusionGroup,
} from './inclusion-vocabulary.ts';
import { isStale, type InclusionRecord } from './inclusion.ts';
import type { Provider } from './provider.ts';
import { sourceText } from './provider-source.view.ts';
import { isChildcare } from './taxonomy.ts';

const looks = { yes: 'met', 'with-notice': 'met', no: 'unmet', 'ask-us': 'unknown' } as const;

/**
 * What a place says it can do, group by group: what it answered, who said so and when; what it
 * answered too long ago to count; and by name what it has not said. Unknown is never no.
 */
export function inclusionView(words: Words, provider: Provider, today: string) {
  const { t } = words;
  const usual = usualRecord(provider, today);
  const groups = inclusionGroups.map((group) => saidIn(words, provider, { group, today, usual }));
  const unsaid = inclusionAttributes.filter(({ key }) => !provider.inclusion.has(key));
  return {
    title: t('directory:provider.inclusion.title'),
    hint: t('directory:provider.inclusion.hint'),
    nothing: provider.inclusion.size === 0 ? t('directory:provider.inclusion.nothing') : null,
    usual:
      usual &&
      t(`directory:provider.inclusion.usual.${usual.source}`, {
        day: words.format.day(usual.confirmedOn),
      }),
    groups: groups.filter(({ answers }) => answers.length > 0),
    unsaid:
      unsaid.length === 0
        ? null
        : {
            summary: t('directory:provider.inclusion.unsaid', { count: unsaid.length }),
            groups: inclusionGroups
              .map((group) => ({
                title: t(inclusionGroupWord(group)),
                labels: unsaid
                  .filter((attribute) => attribute.group === group)
                  .map(({ key }) => t(inclusionWord(key))),
              }))
              .filter(({ labels }) => labels.length > 0),
          },
    equality: t(
      isChildcare(provider.kind)
        ? 'directory:provider.inclusion.equality'
        : 'directory:provider.inclusion.equalityService',
    ),
    source:
      provider.inclusion.size === 0 || usual !== null
        ? null
        : sourceText(words, provider, 'inclusion'),
  };
}

type Usual = Pick<InclusionRecord, 'source' | 'confirmedOn'> | null;
type Shown = { readonly group: InclusionGroup; readonly today: string; readonly usual: Usual };

/** Who said most of it on one day, when that is more than one answer: it is then said only once. */
function usualRecord({ inclusion }: Provider, today: string): Usual {
  const counting = [...inclusion.values()].filter(
    (record) => record.answer !== 'ask-us' && !isStale(record, today),
  );
  const alike = Map.groupBy(counting, ({ source, confirmedOn }) => `${source} ${confirmedOn}`);
  const [most = []] = [...alike.values()].toSorted((a, b) => b.length - a.length);
  return most.length > 1 ? (most[0] ?? null) : null;
}

function saidIn(words: Words, { inclusion }: Provider, { group, today, usual }: Shown) {
  return {
    title: words.t(inclusionGroupWord(group)),
    answers: attributesIn(group).flatMap(({ key }) => {
      const record = inclusion.get(key);
      if (record === undefined) return [];
      const label = words.t(inclusionWord(key));
      return [{ label, note: record.note, ...answerOf(words, record, { today, usual }) }];
    }),
  };
}

function answerOf(
  { t, format }: Words,
  record: InclusionRecord,
  { today, usual }: Pick<Shown, 'today' | 'usual'>,
) {
  const { answer, confirmedOn, source } = record;
  const day = format.day(confirmedOn);
  const askUs = t('directory:provider.inclusion.ask');
  if (answer === 'ask-us') {
    return { answer: askUs, look: looks[answer], who: t('directory:provider.inclusion.askText') };
  }
  if (isStale(record, today)) {
    const said = t(answerWords[answer]);
    const who = t('directory:provider.inclusion.stale', { answer: said, day });
    return { answer: askUs, look: 'unknown' as const, who };
  }
  const isUsual = usual?.source === source && usual.confirmedOn === confirmedOn;
  return {
    answer: t(answerWords[answer]),
    look: looks[answer],
    who: isUsual ? null : t(`directory:provider.inclusion.by.${source}`, { day }),
  };
}
