/** The blanks of the letter to a provider, which the page fills in. */
export const letterBlanks = ['provider', 'child', 'reason', 'name', 'date'] as const;

export type Placeholder = { readonly kind: string; readonly key: string };

/** Every `{kind:key}` in a text, in order: `{figure:universal.hoursPerWeek}`, `{letter:child}`. */
export const placeholdersIn = (text: string): readonly Placeholder[] =>
  [...text.matchAll(/\{([a-z]+):([\w.-]+)\}/gu)].map(([, kind = '', key = '']) => ({ kind, key }));

/** Where the links and pictures of a text lead, in order. */
export const linksIn = (text: string): readonly string[] =>
  [...text.matchAll(/\]\(([^)]+)\)/gu)].map(([, href = '']) => href);

/** A text without placeholders or marks, as an eye reads it: a short word stands for each blank. */
export const plainText = (text: string): string =>
  text
    .replaceAll(/\{[a-z]+:[\w.-]+\}/gu, '10')
    .replaceAll(/\[([^\]]+)\]\([^)]+\)/gu, '$1')
    .replaceAll('**', '');
