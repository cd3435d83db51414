import type { APIRoute } from 'astro';
import { sitemapPage } from '#directory/make-sitemap.ts';

export const GET: APIRoute = ({ locals, params, rewrite }) => {
  const page = /^\d{1,4}$/.test(params['page'] ?? '') ? Number(params['page']) : -1;
  const xml = page < 0 ? null : sitemapPage(locals.app, page);
  return xml === null
    ? rewrite('/problem/not-found')
    : new Response(xml, { headers: { 'content-type': 'application/xml' } });
};
