import type { Answer, HeaderValue } from './answer.ts';
import { weakTag } from './etag.ts';
import type { PageAsked } from './make-page.ts';

/** Completes what a page says about itself: its charset, how long it keeps, and its tag. */
export function completePage(asked: PageAsked, page: Answer): Answer {
  const headers: Record<string, HeaderValue> = { ...page.headers };
  const type = headers['content-type'];
  if (typeof type === 'string') headers['content-type'] = withCharset(type);
  const caching = headers['cache-control'] ?? defaultCaching(asked, page);
  headers['cache-control'] = caching;
  if (asked.isPublic) headers['vary'] ??= 'Accept-Language';
  if (page.status === 200 && !String(caching).includes('no-store'))
    headers['etag'] ??= weakTag(page.body);
  return { ...page, headers };
}

/**
 * A page made for a visitor we know is kept by nobody. One for everybody may be kept by anybody, and
 * is asked for again each time like any other: whoever keeps it learns at once that it has changed.
 */
function defaultCaching({ method, headers, isPublic }: PageAsked, page: Answer): string {
  const personal = page.headers['set-cookie'] !== undefined || headers.cookie !== undefined;
  if (personal || method === 'POST' || page.status >= 400) return 'no-store';
  return isPublic && page.status === 200 ? 'public, no-cache' : 'no-cache';
}

const withCharset = (type: string): string =>
  /^(?:text\/|application\/json|application\/xml|image\/svg)/.test(type) && !/charset=/i.test(type)
    ? `${type}; charset=utf-8`
    : type.replace(/charset=utf-8/i, 'charset=utf-8');
