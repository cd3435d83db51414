import type { Ctx } from '#platform/context.ts';
import { failure, success, type Result } from '#platform/result.ts';
import { articleView, type ArticleView, type Href } from './article.view.ts';
import { easyView, type EasyView } from './easy.view.ts';
import type { Library } from './library.ts';
import { readMaking } from './read-making.ts';

/** An article as the reader sees it. Problem: `not-found`. */
export function articlePage(
  ctx: Ctx,
  href: Href,
  library: Library,
  slug: string | undefined,
): Result<ArticleView, 'not-found'> {
  const article = library.get(slug ?? '');
  return article
    ? success(articleView(library, article, readMaking(ctx, href)))
    : failure('not-found');
}

/** Its Easy Read page. Problem: `not-found`, also when there is an article without one. */
export function easyPage(
  ctx: Ctx,
  href: Href,
  library: Library,
  slug: string | undefined,
): Result<EasyView, 'not-found'> {
  const article = library.get(slug ?? '');
  const view = article ? easyView(article, readMaking(ctx, href)) : null;
  return view ? success(view) : failure('not-found');
}
