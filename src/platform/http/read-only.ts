const folders = ['ask', 'track', 'answer', 't', 'staff', 'reminders'];
const writes = new RegExp(`^/(?:${folders.join('|')})(?:/|$)|^/provider/[^/]+/report(?:/|$)`);

/**
 * Whether a path (without its language) is of no use on a copy of the public pages: a request, a
 * family's or provider's own page, the staff area. A copy's database takes nothing down.
 */
export const needsTheMainSite = (path: string): boolean =>
  writes.test(path) || path === '/api/notify-receipt';
