import type { Words } from '#platform/i18n/words.ts';
import { inclusionWord, kindWords } from './directory-words.ts';
import type { FindQuery } from './find-query.ts';

/** Each thing that was chosen, as a link to the same search without it. */
export function chosenFilters(
  { t }: Words,
  query: FindQuery,
  link: (changed: FindQuery) => string,
) {
  const first = { ...query, page: 1 };
  const chip = (text: string, without: FindQuery) => ({
    text,
    href: link(without),
    label: t('directory:find.remove', { name: text }),
  });
  return [
    ...(query.q === ''
      ? []
      : [chip(t('directory:find.chip.q', { words: query.q }), { ...first, q: '' })]),
    ...(query.near === ''
      ? []
      : [
          chip(t('directory:find.chip.near', { near: query.near }), {
            ...first,
            near: '',
            within: '',
          }),
        ]),
    ...(query.near === '' || query.within === ''
      ? []
      : [
          chip(t('directory:find.chip.within', { count: Number(query.within) }), {
            ...first,
            within: '',
          }),
        ]),
    ...(query.age === null
      ? []
      : [chip(t('directory:find.chip.age', { age: query.age }), { ...first, age: null })]),
    ...query.kind.map((kind) =>
      chip(t(kindWords[kind]), { ...first, kind: query.kind.filter((other) => other !== kind) }),
    ),
    ...query.inclusion.map((key) =>
      chip(t(inclusionWord(key)), {
        ...first,
        inclusion: query.inclusion.filter((other) => other !== key),
      }),
    ),
    ...(query.unsaid && query.inclusion.length > 0
      ? [chip(t('directory:find.chip.unsaid'), { ...first, unsaid: false })]
      : []),
  ];
}
