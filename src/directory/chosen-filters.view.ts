import { parseTyped, readTyped } from '#platform/http/form.ts';
import type { Words } from '#platform/i18n/words.ts';
import { inclusionWord, kindWords } from './directory-words.ts';
import { findQuerySchema, type FindQuery } from './find-query.ts';
import { ageText } from './place-words.ts';

/** Each thing that was chosen, as a link to the same search without it. */
export function chosenFilters(
  words: Words,
  query: FindQuery,
  link: (changed: FindQuery) => string,
) {
  const { t } = words;
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
      : [
          chip(t('directory:find.chip.age', { age: ageText(words, query.age) }), {
            ...first,
            age: null,
          }),
        ]),
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

/** A search, kept as the query of its address, in words: "Near M31 4FB, Up to 1 mile…". */
export function searchInWords(words: Words, search: string): string {
  const parsed = parseTyped(findQuerySchema, readTyped(new URLSearchParams(search)));
  if (!parsed.ok) return '';
  return words.format.list(chosenFilters(words, parsed.value, () => '').map(({ text }) => text));
}
