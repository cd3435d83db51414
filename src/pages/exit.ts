import type { APIRoute } from 'astro';
import { deleteDraft } from '#brokerage/draft-store.ts';
import { clearCookie, cookieNames } from '#platform/http/cookies.ts';
import { endVisit } from '#platform/links/visit.ts';

/** Leaves at once: forgets what was being written here and opens somebody else's harmless page. */
export const GET: APIRoute = ({ cookies, locals }) => {
  const draft = cookies.get(cookieNames.draft)?.value;
  const family = cookies.get(cookieNames.family)?.value;
  if (draft !== undefined) deleteDraft(locals.ctx.db, draft);
  if (family !== undefined) endVisit(locals.ctx.db, family);
  clearCookie(cookies, cookieNames.draft);
  clearCookie(cookies, cookieNames.family);
  return new Response(null, {
    status: 303,
    headers: {
      location: 'https://www.bbc.co.uk/weather',
      'clear-site-data': '"cache", "cookies", "storage"',
      'cache-control': 'no-store',
    },
  });
};
