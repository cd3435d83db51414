import { z } from 'zod';
import type { WordKey } from '../i18n/word-keys.ts';
import type { Words, WordValues } from '../i18n/words.ts';

/** What somebody typed, by field, exactly as it came. */
export type Typed = Readonly<Record<string, readonly string[]>>;
export type FieldProblem = {
  readonly field: string;
  readonly key: WordKey;
  readonly values?: WordValues;
};
export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly typed: Typed; readonly problems: readonly FieldProblem[] };

const longestValue = 10_000;

/** The text fields of a form or query, as typed; anything beyond 10,000 characters is cut. */
export function readTyped(data: FormData | URLSearchParams): Typed {
  const typed = new Map<string, string[]>();
  for (const [name, value] of data) {
    if (typeof value !== 'string') continue;
    typed.set(name, [...(typed.get(name) ?? []), value.slice(0, longestValue)]);
  }
  return Object.fromEntries(typed);
}

/** Parses what was typed. A schema's messages are word keys; each field shows its first problem. */
export function parseTyped<T>(schema: z.ZodType<T>, typed: Typed): Parsed<T> {
  const parsed = schema.safeParse(typed);
  if (parsed.success) return { ok: true, value: parsed.data };
  const first = new Map<string, FieldProblem>();
  for (const issue of parsed.error.issues) {
    const field = String(issue.path[0] ?? '');
    if (!first.has(field)) first.set(field, { field, key: issue.message as WordKey });
  }
  return { ok: false, typed, problems: [...first.values()] };
}

/** One line of text, trimmed; empty when nothing was typed. */
export const oneLine = z
  .array(z.string())
  .default([])
  .transform((values) => (values[0] ?? '').trim());

/** Every value ticked under one name, without repeats. */
export const several = z
  .array(z.string())
  .default([])
  .transform((values) => [...new Set(values)]);

/** One of a few words, or the problem `missing`. */
export const oneOf = <const T extends readonly [string, ...string[]]>(words: T, missing: WordKey) =>
  oneLine.pipe(z.enum(words, { error: missing }));

/** Some of a few words; anything else that was sent is dropped. */
export const someOf = <const T extends readonly string[]>(words: T) =>
  several.transform((values) => words.filter((word): word is T[number] => values.includes(word)));

/** How a page shows problems: the summary's links and each field's own message. */
export type ShownProblems = {
  readonly summary: readonly { readonly text: string; readonly href: string }[];
  readonly of: (
    field: string,
  ) => { readonly text: string; readonly visuallyHiddenText: string } | undefined;
};

export function showProblems(words: Words, problems: readonly FieldProblem[]): ShownProblems {
  const visuallyHiddenText = words.t('site:errors.hiddenPrefix');
  const shown = problems.map(({ field, key, values }) => ({
    field,
    text: words.t(key, values),
    visuallyHiddenText,
  }));
  return {
    summary: shown.map(({ field, text }) => ({ text, href: `#${field}` })),
    of: (field) => shown.find((problem) => problem.field === field),
  };
}

/** Redisplay: the first value typed under a name. */
export const typedValue = (typed: Typed, name: string): string => typed[name]?.[0] ?? '';
