import type { Query } from '#platform/http/addresses.ts';
import { parseTyped } from '#platform/http/form.ts';
import type { Words } from '#platform/i18n/words.ts';
import { knownAt, questionOf } from './answer-question.ts';
import type { AnswerRow } from './ask/question.ts';
import { pathOf, splitStep, type AskStep } from './ask/steps.ts';
import type { Answers } from './draft-store.ts';

type Href = (path: string, query?: Query) => string;

/** The answers in groups, each with a link to change it. `today` is London's day. */
export function checkAnswersView(words: Words, href: Href, answers: Answers, today: string) {
  const shown = pathOf(answers.steps).map((step) => ({
    step,
    title: questionOf(step).title(words, knownAt(answers.steps, step, today)),
    rows: answerRows(words, answers, step, today).map((row) => rowView(words, href, step, row)),
  }));
  const general = shown.filter(({ step }) => splitStep(step).name === step);
  const ofChildren = shown.filter(({ step }) => splitStep(step).name !== step);
  return {
    rows: general.flatMap(({ rows }) => rows),
    children: ofChildren.map(({ title, rows }) => ({ title, rows })),
  };
}

function answerRows(
  words: Words,
  answers: Answers,
  step: AskStep,
  today: string,
): readonly AnswerRow[] {
  const known = knownAt(answers.steps, step, today);
  const asked = questionOf(step);
  const parsed = parseTyped(asked.form(known), answers.steps[step] ?? {});
  return parsed.ok ? asked.rows(words, parsed.value, known) : [];
}

const rowView = ({ t }: Words, href: Href, step: AskStep, { label, text, typed }: AnswerRow) => ({
  key: { text: t(label) },
  value: { text: text === '' ? t('brokerage:check.notProvided') : text },
  typed: typed === true && text !== '',
  actions: {
    items: [
      {
        href: href(`/ask/${step}`),
        text: t('brokerage:check.change'),
        visuallyHiddenText: t(label),
      },
    ],
  },
});
