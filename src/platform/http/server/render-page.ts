import type { IncomingHttpHeaders } from 'node:http';
import type { Answer } from './answer.ts';
import { PageCollector } from './page-collector.ts';
import type { PageHandler, PageRequest } from './page-handler.ts';

/** One page to be made: everything that Astro learns about a request. */
export type PageCall = {
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  /** Scheme and host that links on the page are made from. */
  readonly origin: URL;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer | undefined;
  readonly remoteAddress: string | undefined;
  readonly locals: object;
};

/**
 * Has Astro make one page. Undefined when it broke and has nothing to show for it; a page of our
 * own that says "something went wrong" is an answer like any other. `report` hears of each break.
 */
export async function renderPage(
  handler: PageHandler,
  call: PageCall,
  report: (error: unknown) => void,
): Promise<Answer | undefined> {
  const collector = new PageCollector();
  try {
    await handler(pageRequest(call), collector, undefined, call.locals);
  } catch (error) {
    report(error);
    return undefined;
  }
  const page = collector.page();
  if (page && !(page.status >= 500 && page.headers['content-type'] === undefined)) return page;
  report(new Error('A page broke while it was being written'));
  return undefined;
}

function pageRequest({ method, url, origin, headers, body, remoteAddress }: PageCall): PageRequest {
  return {
    method,
    url,
    headers: { ...passedOn(headers, body !== undefined), host: origin.host },
    body,
    socket: { encrypted: origin.protocol === 'https:', remoteAddress },
    once: () => undefined,
  };
}

/** Anyone can send these, and frameworks believe them (CVE-2025-64525). */
const unproven =
  /^(?:forwarded$|x-forwarded-|x-real-ip$|x-original-|x-rewrite-|x-astro-|x-http-method|:)/;
/** A form that was too large is explained by a page that is only asked for. */
const aboutBody = /^(?:content-|transfer-encoding$|expect$)/;

const passedOn = (headers: IncomingHttpHeaders, hasBody: boolean): IncomingHttpHeaders =>
  Object.fromEntries(
    Object.entries(headers).filter(
      ([name]) => !unproven.test(name) && (hasBody || !aboutBody.test(name)),
    ),
  );
