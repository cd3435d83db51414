import type { z } from 'zod';
import type { Typed } from '#platform/http/form.ts';
import type { WordKey } from '#platform/i18n/word-keys.ts';
import type { Words } from '#platform/i18n/words.ts';
import type { Control } from './controls.ts';

/** What is known when a question is asked: London's day, and the children answered so far. */
export type Known = {
  readonly today: string;
  readonly children: readonly { readonly name: string; readonly born: string }[];
  /** Which child the question is about, from 0. */
  readonly child: number;
};

/** One answer as a list of answers shows it; `typed` is the family's own text. */
export type AnswerRow = {
  readonly label: WordKey;
  readonly text: string;
  readonly typed?: boolean;
};

/** One page of the request: how it is asked, understood and shown back. */
export type Question<Value> = {
  readonly form: (known: Pick<Known, 'today'>) => z.ZodType<Value>;
  readonly draw: (words: Words, typed: Typed, known: Known) => readonly Control[];
  readonly rows: (words: Words, value: Value, known: Known) => readonly AnswerRow[];
  /** The page's title; its first control's own when `isHeading`. */
  readonly title: (words: Words, known: Known) => string;
  readonly isHeadedByControl?: boolean;
};

/** Gives a question its types. Its form, which only the day can change, is built once a day. */
export function question<Value>(definition: Question<Value>): Question<Value> {
  let kept: { readonly today: string; readonly form: z.ZodType<Value> } | undefined;
  const form = (known: Pick<Known, 'today'>): z.ZodType<Value> => {
    if (kept?.today !== known.today) kept = { today: known.today, form: definition.form(known) };
    return kept.form;
  };
  return { ...definition, form };
}

/** A child as its family calls it, or by its number. */
export function childName({ t }: Words, { children, child }: Known): string {
  const name = children[child]?.name ?? '';
  if (name !== '') return name;
  return children.length > 1
    ? t('brokerage:child.numbered', { number: child + 1 })
    : t('brokerage:child.yours');
}
