import type { Query } from '#platform/http/addresses.ts';
import type { Words } from '#platform/i18n/words.ts';
import { spokenName } from '#brokerage/family-words.ts';
import { ageBands, noFilters, type Filters } from './case-facts.ts';
import type { Queue } from './list-queue.ts';
import { writeQueueQuery, type QueueQuery } from './queue-query.ts';
import { ageWords } from './queue-words.ts';

type Href = (path: string, query?: Query) => string;
type Choice = { readonly value: string; readonly text: string };

/** The form that filters, and what was chosen as links that take it away; null for closed requests. */
export function queueFilters(words: Words, href: Href, queue: Queue) {
  const { query, languages, wards } = queue;
  if (query.view === 'closed') return null;
  const { t } = words;
  const { filters } = query;
  const any: Choice = { value: '', text: t('queue:filter.any') };
  const language = [any, ...withChosen(languages, filters.language).map(languageChoice(words))];
  const ward = [any, ...wards.map(({ code, name }) => ({ value: code, text: name }))];
  const age = [any, ...ageBands.map((value) => ({ value, text: t(ageWords[value]) }))];
  return {
    action: href('/staff'),
    view: query.view,
    ticks: [
      { name: 'needs', text: t('queue:filter.needs'), checked: filters.needs },
      { name: 'urgent', text: t('queue:filter.urgent'), checked: filters.urgent },
    ],
    selects: [
      {
        name: 'language',
        label: t('queue:filter.language'),
        items: language,
        value: filters.language,
      },
      { name: 'ward', label: t('queue:filter.ward'), items: ward, value: filters.ward },
      { name: 'age', label: t('queue:filter.age'), items: age, value: filters.age },
    ],
    chosen: chosen(words, query, ward).map(({ text, without }) => ({
      text,
      label: t('queue:filter.remove', { name: text }),
      href: href('/staff', changed(query, without)),
    })),
    clearHref: href('/staff', changed(query, noFilters)),
  };
}

const changed = (query: QueueQuery, change: Partial<Filters>): Query =>
  writeQueueQuery({ ...query, filters: { ...query.filters, ...change }, page: 1 });

/** A language that no open case speaks any more still shows what was chosen. */
const withChosen = (codes: readonly string[], one: string): readonly string[] =>
  one === '' || codes.includes(one) ? codes : [...codes, one];

const languageChoice =
  (words: Words) =>
  (value: string): Choice => ({ value, text: spokenName(words, value) });

function chosen(words: Words, { filters }: QueueQuery, wards: readonly Choice[]) {
  const { t } = words;
  const { needs, urgent, language, ward, age } = filters;
  const wardName = wards.find(({ value }) => value === ward)?.text ?? ward;
  const parts: readonly (false | readonly [string, Partial<Filters>])[] = [
    needs && [t('queue:filter.needs'), { needs: false }],
    urgent && [t('queue:filter.urgent'), { urgent: false }],
    language !== '' && [spokenName(words, language), { language: '' }],
    ward !== '' && [wardName, { ward: '' }],
    age !== '' && [t(ageWords[age]), { age: '' }],
  ];
  return parts.flatMap((part) => (part === false ? [] : [{ text: part[0], without: part[1] }]));
}
