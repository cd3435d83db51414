import type { APIRoute } from 'astro';
import { leaveQuickly } from '#brokerage/leave-quickly.ts';
import { clearCookie, cookieNames } from '#platform/http/cookies.ts';

/** Leaves at once: forgets what was being written here and opens somebody else's harmless page. */
export const GET: APIRoute = ({ cookies, locals }) => {
  leaveQuickly(locals.ctx, {
    draft: cookies.get(cookieNames.draft)?.value,
    family: cookies.get(cookieNames.family)?.value,
  });
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
