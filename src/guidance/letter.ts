import type { Words } from '#platform/i18n/words.ts';
import type { Letter } from './letter.form.ts';

/** The letter's paragraphs in one language; the English ones are the article's own. */
export function letterParagraphs(words: Words, letter: Letter): readonly string[] {
  const { t, format } = words;
  const { provider, name, reason, wanted, ask } = letter;
  const child = letter.child || t('guidance:letter.text.myChild');
  return [
    format.day(letter.date),
    t('guidance:letter.text.dear', { provider }),
    t('guidance:letter.text.asked', { child, reason: withoutStop(reason) }),
    ...(wanted === '' ? [] : [t('guidance:letter.text.wanted', { wanted: withoutStop(wanted) })]),
    t('guidance:letter.text.law'),
    t('guidance:letter.text.questions'),
    ...(ask === '' ? [] : [t('guidance:letter.text.ask', { ask: withoutStop(ask) })]),
    t('guidance:letter.text.way', { child }),
    t('guidance:letter.text.answer'),
    t('guidance:letter.text.close'),
    name,
  ];
}

/** The sentence around it has a full stop of its own. */
const withoutStop = (text: string): string => text.replace(/[.۔]+$/u, '');
