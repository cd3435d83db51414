import type { APIRoute } from 'astro';
import { sitemapPage } from '#directory/make-sitemap.ts';
import { guidanceLibrary } from '#layouts/guidance-library.ts';
import { ownPaths } from '#layouts/own-paths.ts';

export const GET: APIRoute = async ({ locals, params, rewrite }) => {
  const page = /^\d{1,4}$/.test(params['page'] ?? '') ? Number(params['page']) : -1;
  const paths = page === 0 ? ownPaths(await guidanceLibrary()) : [];
  const xml = page < 0 ? null : sitemapPage(locals.app, page, paths);
  return xml === null
    ? rewrite('/problem/not-found')
    : new Response(xml, { headers: { 'content-type': 'application/xml' } });
};
