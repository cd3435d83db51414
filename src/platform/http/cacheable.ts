/** Pages whose address is the whole path. */
const fixed: ReadonlySet<string> = new Set([
  '/',
  '/find',
  '/find/print',
  '/guidance',
  '/professionals',
  '/checker',
  '/journey',
  '/search',
  '/terms',
  '/another-way',
  '/feedback',
  '/have-your-say',
  '/privacy',
  '/cookies',
  '/accessibility',
  '/sources',
  '/api/find.json',
  '/sitemap.xml',
]);

/** Pages about one thing each. */
const oneOfMany =
  /^\/(?:(?:provider|sitemap)\/[^/]+|guidance\/[^/]+(?:\/(?:easy|print))?|journey\/(?:for\/)?[^/]+)$/;

/**
 * Whether the page at a path (without its language) is the same for everybody who asks: made from
 * its address, the directory and the day alone. Such a page may be kept and given to the next
 * reader. It never reads a cookie without going by a name of ours: see `pageKey`.
 */
export const isCacheable = (path: string): boolean => fixed.has(path) || oneOfMany.test(path);
