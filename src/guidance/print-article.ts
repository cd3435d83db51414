import type { Ctx } from '#platform/context.ts';
import { failure, success, type Result } from '#platform/result.ts';
import { articleView, titleOf, type ArticleView, type Href } from './article.view.ts';
import { easyView, type EasyView } from './easy.view.ts';
import type { Library } from './library.ts';
import { printSheet, type Sheet } from './print-sheet.ts';
import { readMaking } from './read-making.ts';

type Printed = {
  readonly sheet: Sheet;
  /** One of the two. */
  readonly article: ArticleView | null;
  readonly easy: EasyView | null;
};

/** An article to print, or with `easy=1` its Easy Read page. Problem: `not-found`. */
export function printArticle(
  ctx: Ctx,
  href: Href,
  library: Library,
  slug: string | undefined,
  search: URLSearchParams,
): Result<Printed, 'not-found'> {
  const found = library.get(slug ?? '');
  if (!found) return failure('not-found');
  const making = readMaking(ctx, href);
  const path = `/guidance/${found.front.slug}`;
  const easy = search.has('easy') ? easyView(found, making) : null;
  if (search.has('easy') && easy === null) return failure('not-found');
  const article = easy === null ? articleView(library, found, making) : null;
  const { title, tongue } = easy ?? titleOf(found, ctx.words);
  const sheet = printSheet(ctx, {
    ...{ title, tongue, search, query: '' },
    page: href(easy === null ? path : `${path}/easy`),
    sheet: href(`${path}/print`),
  });
  return success({ sheet, article, easy });
}
