import type { ServerOptions } from '#platform/http/server/server-options.ts';
import { serve, type Page } from './serving.ts';

const filler = '<p>Nursery in Sale, open from eight.</p>'.repeat(100);

/** A site whose public pages are `/find` and all below it, in English and `/ur`. */
export async function serveKept(pages: Record<string, Page>, options: Partial<ServerOptions> = {}) {
  let state = 'version 1';
  const site = await serve(pages, {
    publicPages: {
      bytes: 1024 * 1024,
      has: (path) => /^(?:\/ur)?\/find(?:\/|$)/.test(path),
      stateOf: () => state,
      offered: (accept, path) => (path === '/find' && accept?.startsWith('ur') ? 'ur' : null),
    },
    ...options,
  });
  return {
    ...site,
    change: (to: string) => {
      state = to;
    },
  };
}

/** A page that says how often it has been made. */
export function counting(headers: Record<string, string> = {}, status = 200) {
  let made = 0;
  const page: Page = (request, answer) => {
    made += 1;
    answer.writeHead(status, { 'content-type': 'text/html', ...headers });
    answer.end(`<h1>${request.url} made ${String(made)}</h1>${filler}`);
  };
  return { page, made: () => made };
}

const noted = [
  'cache-control',
  'content-encoding',
  'content-length',
  'content-type',
  'etag',
  'vary',
];
export const seen = async (url: string, headers: Record<string, string> = {}) => {
  const answer = await fetch(url, { headers });
  return {
    status: answer.status,
    headers: noted.map((name) => answer.headers.get(name)),
    body: await answer.text(),
  };
};
