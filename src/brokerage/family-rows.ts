import type { Words } from '#platform/i18n/words.ts';
import { childName, type AnswerRow, type Known } from './ask/question.ts';
import { questions } from './ask/questions.ts';
import type { Family } from './family.ts';

export type FamilyPart = { readonly title: string; readonly rows: readonly AnswerRow[] };

/** All that a family told, in parts, what was left empty left out. `today` is London's day. */
export function familyRows(words: Words, family: Family, today: string): readonly FamilyPart[] {
  const known: Known = { today, children: family.children, child: 0 };
  const isAdvice = family.wish === 'advice';
  const { about, agreement, children, place, start, times, kinds, money } = questions;
  const wanted = [
    ...place.rows(words, family.place, known),
    ...start.rows(words, family.start, known),
    ...times.rows(words, family.times, known),
    ...kinds.rows(words, family.kinds, known),
    ...money.rows(words, family.money, known),
    ...questions.tried.rows(words, family.tried, known),
  ];
  const asks = [
    ...(isAdvice ? questions.question.rows(words, { text: family.question }, known) : []),
    ...questions.contact.rows(words, family.contact, known),
    ...(isAdvice ? [] : about.rows(words, family.about, known)),
    ...(family.agreement ? agreement.rows(words, family.agreement, known) : []),
    ...(isAdvice ? [] : questions.reach.rows(words, family.reach, known)),
    ...questions.helpers.rows(words, family.helpers, known),
    ...(isAdvice ? [] : questions.sharing.rows(words, family.sharing, known)),
  ];
  const ofChildren = family.children.map((child, index) => {
    const one = { ...known, child: index };
    const born = children.rows(words, family.children, known).slice(index, index + 1);
    const needs = questions.needs.rows(words, child, one);
    return {
      title: childName(words, one),
      rows: [...born, ...needs, ...questions.care.rows(words, child, one)],
    };
  });
  const parts = [
    ...ofChildren,
    ...(isAdvice ? [] : [{ title: words.t('brokerage:parts.wanted'), rows: wanted }]),
    { title: words.t('brokerage:parts.family'), rows: asks },
  ];
  return parts.map(({ title, rows }) => ({ title, rows: rows.filter(({ text }) => text !== '') }));
}
