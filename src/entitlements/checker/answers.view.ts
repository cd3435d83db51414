import { typedValue, type Typed } from '#platform/http/form.ts';
import { childText, filled, type CheckTexts } from './check-texts.ts';
import { choicesOf } from './choice-words.ts';
import { adultsOf, askedOf, childrenOf, mayEarn, type QuestionKey } from './questions.ts';
import { dayFrom } from './typed-days.ts';

/** The answers as a list: what was asked in short, what was said, and which question changes it. */
export const answerRows = (texts: CheckTexts, typed: Typed) =>
  askedOf(typed, texts.today).map((key) => ({
    key,
    what: texts.words.t(`checker:ask.${key}.short`),
    said: saidTo(texts, key, typed),
  }));

function saidTo(texts: CheckTexts, key: QuestionKey, typed: Typed): readonly string[] {
  const { words, today } = texts;
  const children = childrenOf(typed, today);
  if (key === 'children') return children.map((child) => childText(words, child));
  const said = (name: string) => choiceText(texts, key, typed[name] ?? []);
  switch (key) {
    case 'needs':
    case 'care': {
      const born = children.filter(({ isDue }) => !isDue);
      return born.map(({ id }) => said(`${key}-${id}`));
    }
    case 'adults':
    case 'credit':
    case 'funds':
      return [said(key)];
    case 'use':
      return [said(key), ...dayText(texts, typed, 'stopped')];
    case 'work':
      return adultsOf(typed).flatMap((adult) => [
        said(`work-${adult}`),
        ...dayText(texts, typed, `starts-${adult}`),
      ]);
    case 'earn':
      return adultsOf(typed)
        .filter((adult) => mayEarn(typed, adult))
        .map((adult) => said(`earn-${adult}`));
    case 'study':
      return adultsOf(typed).map((adult) => said(`study-${adult}`));
  }
}

function choiceText(
  texts: CheckTexts,
  key: Exclude<QuestionKey, 'children'>,
  values: readonly string[],
): string {
  const { t, format } = texts.words;
  const found = choicesOf(key)
    .filter(({ value }) => values.includes(value))
    .map(({ text }) => filled(texts, text)?.text ?? '');
  return found.length === 0 ? t('checker:result.answers.notGiven') : format.list(found);
}

function dayText({ words }: CheckTexts, typed: Typed, name: string): readonly string[] {
  const day = dayFrom(typed, name);
  return day === null || day === false || typedValue(typed, `${name}-day`) === ''
    ? []
    : [words.format.day(day)];
}
