import type { Ctx } from '#platform/context.ts';
import { readTyped } from '#platform/http/form.ts';
import { titleOf, type Href } from './article.view.ts';
import { readLetter } from './letter.form.ts';
import { letterFormView, letterView, type LetterFormView, type LetterView } from './letter.view.ts';
import type { Library } from './library.ts';
import { readMaking } from './read-making.ts';

/** The article that the letter belongs to. */
export const letterSlug = 'refused-a-place';

type LetterPage = {
  readonly status: number;
  readonly form: LetterFormView;
  /** Null until the form is filled in. */
  readonly letter: LetterView | null;
  readonly action: string;
  readonly back: { readonly href: string; readonly text: string };
};

/**
 * The letter made from what was posted, or the form with what is wrong. `data` is null for a form
 * nobody has written in; `do=change` brings the form back as it was. Nothing is kept or logged.
 */
export function letterPage(
  ctx: Ctx,
  href: Href,
  library: Library,
  data: FormData | null,
): LetterPage {
  const { words, english, day } = readMaking(ctx, href);
  const article = library.get(letterSlug);
  if (!article) throw new Error('The article of the letter is missing');
  const action = href(`/guidance/${letterSlug}/letter`);
  const back = { href: href(`/guidance/${letterSlug}`), text: titleOf(article, words).title };
  const typed = data === null ? {} : readTyped(data);
  const form = letterFormView(words, action, day, typed);
  const page = { status: 200, form, letter: null, action, back };
  if (data === null || data.has('do')) return page;
  const parsed = readLetter(typed);
  if (parsed.ok) return { ...page, letter: letterView(words, english, parsed.value, typed) };
  const wrong = letterFormView(words, action, day, typed, parsed.problems);
  return { ...page, status: 422, form: wrong };
}

/** The empty form, for the article itself. */
export function emptyLetterForm(ctx: Ctx, href: Href): LetterFormView {
  const { words, day } = readMaking(ctx, href);
  return letterFormView(words, href(`/guidance/${letterSlug}/letter`), day);
}
