import type { IncomingMessage } from 'node:http';
import type { Answer } from './answer.ts';
import { completePage } from './page-headers.ts';
import { plainPage, type ServerProblem } from './plain-page.ts';
import { renderPage } from './render-page.ts';
import { isPlainHost } from './request-target.ts';
import type { Site } from './server-options.ts';

type PageAsked =
  | { readonly method: 'GET'; readonly url: string }
  | { readonly method: 'POST'; readonly url: string; readonly body: Buffer };

/** The page at an address (path and query); when it breaks, a page that says so. */
export async function makePage(
  site: Site,
  request: IncomingMessage,
  id: string,
  asked: PageAsked,
): Promise<Answer> {
  const page = await tryPage(site, request, id, asked);
  return page ?? explainProblem(site, request, id, 'unexpected', 500);
}

/** A page about a problem, with its status; in the reader's language if it can be made at all. */
export async function explainProblem(
  site: Site,
  request: IncomingMessage,
  id: string,
  problem: ServerProblem,
  status: number,
): Promise<Answer> {
  const url = site.problemPath(request.url ?? '/', problem);
  const page = await tryPage(site, request, id, { method: 'GET', url });
  if (!page || page.status === 404) return plainPage(status, site.lastWords(problem));
  return { ...page, status, headers: { ...page.headers, 'cache-control': 'no-store' } };
}

async function tryPage(site: Site, request: IncomingMessage, id: string, asked: PageAsked) {
  const call = {
    body: undefined,
    ...asked,
    origin: originOf(site, request),
    headers: request.headers,
    remoteAddress: request.socket.remoteAddress,
    locals: { ...site.locals, requestId: id },
  };
  const page = await renderPage(site.handler, call, (error) => {
    site.log.error('page-broke', { id, ...traceOf(error) });
  });
  return page && completePage(request, page);
}

function originOf(site: Site, request: IncomingMessage): URL {
  if (site.publicUrl !== undefined) return new URL(site.publicUrl);
  const { host } = request.headers;
  return new URL(isPlainHost(host) ? `http://${host}` : 'http://localhost');
}

/** What broke and where, without the message: that may hold what somebody typed. */
function traceOf(error: unknown): { error: string; where?: string } {
  if (!(error instanceof Error)) return { error: typeof error };
  const line = error.stack?.split('\n').find((text) => text.trimStart().startsWith('at '));
  return { error: error.name, ...(line !== undefined && { where: line.trim() }) };
}
