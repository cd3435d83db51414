import type { APIRoute } from 'astro';
import { sitemapIndex } from '#directory/make-sitemap.ts';

export const GET: APIRoute = ({ locals }) =>
  new Response(sitemapIndex(locals.app), { headers: { 'content-type': 'application/xml' } });
