import type { APIRoute } from 'astro';
import { downloadHtml } from '#brokerage/download-html.ts';
import { downloadRequest } from '#brokerage/download-request.ts';
import { attachment } from '#platform/http/attachment.ts';

/** All that is held about the family's request, to keep: a page, or with `?as=json` data. */
export const GET: APIRoute = ({ locals, url, rewrite }) => {
  const held = downloadRequest(locals.ctx);
  if (!held.ok) return rewrite('/track');
  return url.searchParams.get('as') === 'json'
    ? attachment(
        'request.json',
        'application/json; charset=utf-8',
        `${JSON.stringify(held.value, null, 2)}\n`,
      )
    : attachment(
        'request.html',
        'text/html; charset=utf-8',
        downloadHtml(locals.ctx.words, held.value),
      );
};
