const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Whether a request may change anything: a safe method, or one whose `Origin` (or, without it,
 * `Sec-Fetch-Site`) says that it came from this site. `host` is the site's own host and port.
 */
export function isFromThisSite(method: string, headers: Headers, host: string): boolean {
  if (safeMethods.has(method)) return true;
  const origin = headers.get('origin');
  if (origin !== null) return URL.canParse(origin) && new URL(origin).host === host;
  return headers.get('sec-fetch-site') === 'same-origin';
}
