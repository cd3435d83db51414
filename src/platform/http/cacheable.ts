/** Pages whose address is the whole path. */
const fixed: ReadonlySet<string> = new Set([
  '/',
  '/find',
  '/guidance',
  '/professionals',
  '/privacy',
  '/cookies',
  '/accessibility',
  '/sources',
  '/api/find.json',
  '/sitemap.xml',
]);

/** Pages about one thing each. */
const oneOfMany = /^\/(?:provider|sitemap)\/[^/]+$/;

/**
 * Whether the page at a path (without its language) is the same for everybody who asks: made from
 * its address, the directory and the day alone. Such a page may be kept and given to the next
 * reader. It never reads a cookie without going by a name of ours: see `pageKey`.
 */
export const isCacheable = (path: string): boolean => fixed.has(path) || oneOfMany.test(path);
