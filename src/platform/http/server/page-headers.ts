import type { IncomingMessage } from 'node:http';
import type { Answer, HeaderValue } from './answer.ts';
import { weakTag } from './etag.ts';

/** Completes what a page says about itself: its charset, how long it keeps, and its tag. */
export function completePage(request: IncomingMessage, page: Answer): Answer {
  const headers: Record<string, HeaderValue> = { ...page.headers };
  const type = headers['content-type'];
  if (typeof type === 'string') headers['content-type'] = withCharset(type);
  const caching = headers['cache-control'] ?? defaultCaching(request, page);
  headers['cache-control'] = caching;
  if (page.status === 200 && !String(caching).includes('no-store'))
    headers['etag'] ??= weakTag(page.body);
  return { ...page, headers };
}

/** A page made for a visitor we know is kept by nobody; any other is asked for again each time. */
function defaultCaching(request: IncomingMessage, page: Answer): string {
  const personal = page.headers['set-cookie'] !== undefined || request.headers.cookie !== undefined;
  return personal || request.method === 'POST' || page.status >= 400 ? 'no-store' : 'no-cache';
}

const withCharset = (type: string): string =>
  /^(?:text\/|application\/json|application\/xml|image\/svg)/.test(type) && !/charset=/i.test(type)
    ? `${type}; charset=utf-8`
    : type.replace(/charset=utf-8/i, 'charset=utf-8');
