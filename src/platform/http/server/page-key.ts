import type { IncomingHttpHeaders } from 'node:http';
import type { Target } from './request-target.ts';

/** All that a kept page is made from. Nothing else of a request reaches it, so nothing can leak. */
export type PageKey = {
  /** Two requests with the same text are answered by the same page. */
  readonly text: string;
  /** Path and query, the query's names in order. */
  readonly url: string;
  readonly origin: URL;
  readonly headers: { readonly 'accept-language'?: string };
};

/**
 * The key of a public page. `offered` is the language that a page at this address offers its
 * reader, who prefers it; null for none.
 */
export function pageKey(origin: URL, { path, search }: Target, offered: string | null): PageKey {
  const url = path + inOrder(search);
  return {
    text: `${origin.origin} ${offered ?? '-'} ${url}`,
    url,
    origin,
    headers: offered === null ? {} : { 'accept-language': offered },
  };
}

/** The same query whatever the order of its names and the way it is escaped; values keep theirs. */
function inOrder(search: string): string {
  if (search === '') return '';
  const query = new URLSearchParams(search);
  query.sort();
  return query.size === 0 ? '' : `?${query.toString()}`;
}

/**
 * Whether a request carries a cookie of this site, which a page may read: every one of them begins
 * so. Other sites' cookies, such as those of the council's whole domain, never reach a kept page.
 */
export const hasOwnCookie = ({ cookie }: IncomingHttpHeaders): boolean =>
  cookie !== undefined && /(?:^|;)\s*__Host-/.test(cookie);
