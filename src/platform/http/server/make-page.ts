import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import type { Answer } from './answer.ts';
import { clientAddress } from './client-address.ts';
import { completePage } from './page-headers.ts';
import type { PageKey } from './page-key.ts';
import { plainPage, type ServerProblem } from './plain-page.ts';
import { renderPage } from './render-page.ts';
import { isPlainHost } from './request-target.ts';
import type { Site } from './server-options.ts';

/** For whom and from what a page is made: all that it learns of a request. */
export type PageAsked = {
  readonly id: string;
  readonly method: 'GET' | 'POST';
  /** Path and query. */
  readonly url: string;
  readonly origin: URL;
  readonly headers: IncomingHttpHeaders;
  readonly body?: Buffer;
  readonly remoteAddress?: string | undefined;
  /** Whether the page is the same for everybody: `headers` then tell nothing of who asks. */
  readonly isPublic: boolean;
};

/** What a page for one visitor is made from: the whole request. */
export const pageFor = (
  site: Site,
  request: IncomingMessage,
  id: string,
  asked: Pick<PageAsked, 'method' | 'url' | 'body'>,
): PageAsked => ({
  ...asked,
  id,
  origin: originOf(site, request),
  headers: request.headers,
  remoteAddress: clientAddress(
    request.socket.remoteAddress,
    request.headers['x-forwarded-for'],
    site.trustedProxies,
  ),
  isPublic: false,
});

/** What a page for everybody is made from: its key. */
export const pageForAll = ({ url, origin, headers }: PageKey, id: string): PageAsked => ({
  ...{ id, url, origin, headers },
  method: 'GET',
  isPublic: true,
});

/** The page that is asked for; when it breaks, a page that says so. */
export async function makePage(site: Site, asked: PageAsked): Promise<Answer> {
  return (await tryPage(site, asked)) ?? explainProblem(site, asked, 'unexpected', 500);
}

/** A page about a problem, with its status; in the reader's language if it can be made at all. */
export async function explainProblem(
  site: Site,
  { id, url, origin, headers, remoteAddress }: PageAsked,
  problem: ServerProblem,
  status: number,
): Promise<Answer> {
  const page = await tryPage(site, {
    ...{ id, origin, headers, remoteAddress },
    method: 'GET',
    url: site.problemPath(url, problem),
    isPublic: false,
  });
  if (!page || page.status === 404) return plainPage(status, site.lastWords(problem));
  return { ...page, status, headers: { ...page.headers, 'cache-control': 'no-store' } };
}

async function tryPage(site: Site, asked: PageAsked): Promise<Answer | undefined> {
  const { id } = asked;
  const call = { body: undefined, remoteAddress: undefined, ...asked };
  const page = await renderPage(
    site.handler,
    { ...call, locals: { ...site.locals, requestId: id } },
    (error) => site.log.error('page-broke', { id, ...traceOf(error) }),
  );
  return page && completePage(asked, page);
}

/** The site's own address when it has one, else the one that the client asked at. */
export function originOf({ origin }: Pick<Site, 'origin'>, { headers }: IncomingMessage): URL {
  if (origin) return origin;
  return new URL(isPlainHost(headers.host) ? `http://${headers.host}` : 'http://localhost');
}

/** What broke and where, without the message: that may hold what somebody typed. */
function traceOf(error: unknown): { error: string; where?: string } {
  if (!(error instanceof Error)) return { error: typeof error };
  const line = error.stack?.split('\n').find((text) => text.trimStart().startsWith('at '));
  return { error: error.name, ...(line !== undefined && { where: line.trim() }) };
}
