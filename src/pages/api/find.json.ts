import type { APIRoute } from 'astro';
import { findJson } from '#directory/find-json.ts';

export const GET: APIRoute = async ({ locals, url }) => {
  const { status, body } = await findJson(locals.ctx, url.searchParams);
  return Response.json(body, { status });
};
