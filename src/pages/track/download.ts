import type { APIRoute } from 'astro';
import { downloadPage } from '#brokerage/download-page.ts';
import { downloadRequest } from '#brokerage/download-request.ts';
import { attachment } from '#platform/http/attachment.ts';

/** All that is held about the family's request, to keep: a page, or with `?as=json` data. */
export const GET: APIRoute = ({ locals, url, rewrite }) => {
  if (url.searchParams.get('as') === 'json') {
    const held = downloadRequest(locals.ctx);
    return held.ok
      ? attachment(
          'request.json',
          'application/json; charset=utf-8',
          `${JSON.stringify(held.value, null, 2)}\n`,
        )
      : rewrite('/track');
  }
  const page = downloadPage(locals.ctx);
  return page.ok
    ? attachment('request.html', 'text/html; charset=utf-8', page.value)
    : rewrite('/track');
};
