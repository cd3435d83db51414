import { childName, type AnswerRow, type Known } from '#brokerage/ask/question.ts';
import { questions } from '#brokerage/ask/questions.ts';
import type { Family } from '#brokerage/family.ts';
import type { WordKey } from '#platform/i18n/word-keys.ts';
import type { Words } from '#platform/i18n/words.ts';

/** What may be shared with another service, group by group. */
export const shareGroups = ['contact', 'children', 'needs', 'wanted', 'tried', 'helpers'] as const;
export type ShareGroup = (typeof shareGroups)[number];

export const shareWords = {
  contact: 'caseFile:share.contact',
  children: 'caseFile:share.children',
  needs: 'caseFile:share.needs',
  wanted: 'caseFile:share.wanted',
  tried: 'caseFile:share.tried',
  helpers: 'caseFile:share.helpers',
} as const satisfies Record<ShareGroup, WordKey>;

export type SharedPart = {
  readonly title: string;
  readonly rows: readonly { readonly key: string; readonly text: string }[];
};

/** Exactly what leaves when these groups are shared; empty answers and empty groups are left out. */
export const sharedParts = (
  words: Words,
  family: Family,
  today: string,
  groups: readonly ShareGroup[],
): readonly SharedPart[] =>
  shareGroups
    .filter((group) => groups.includes(group))
    .map((group) => ({
      title: words.t(shareWords[group]),
      rows: rowsOf[group](words, family, { today, children: family.children, child: 0 })
        .filter(({ text }) => text !== '')
        .map(({ label, text }) => ({ key: words.t(label), text })),
    }))
    .filter(({ rows }) => rows.length > 0);

type Rows = (words: Words, family: Family, known: Known) => readonly AnswerRow[];
const { about, contact, reach, children, needs, care, helpers } = questions;
const { place, start, times, kinds, money, tried } = questions;

const rowsOf: Readonly<Record<ShareGroup, Rows>> = {
  contact: (words, family, known) => [
    ...contact.rows(words, family.contact, known),
    ...about.rows(words, family.about, known),
    ...reach.rows(words, family.reach, known),
  ],
  children: (words, family, known) => children.rows(words, family.children, known),
  needs: (words, family, known) =>
    family.children.flatMap((child, index) => {
      const one = { ...known, child: index };
      return [
        { label: 'brokerage:check.row.child', text: childName(words, one) },
        ...needs.rows(words, child, one),
        ...care.rows(words, child, one),
      ];
    }),
  wanted: (words, family, known) => [
    ...place.rows(words, family.place, known),
    ...start.rows(words, family.start, known),
    ...times.rows(words, family.times, known),
    ...kinds.rows(words, family.kinds, known),
    ...money.rows(words, family.money, known),
  ],
  tried: (words, family, known) => tried.rows(words, family.tried, known),
  helpers: (words, family, known) => helpers.rows(words, family.helpers, known),
};
