/**
 * A web address as a link needs it: with `https://` where a publisher left the scheme out. Null for
 * anything that is not an address of a site.
 * @example webAddress('www.school.example') // => 'https://www.school.example/'
 */
export function webAddress(text: string): string | null {
  const full = /^https?:\/\//i.test(text) ? text : `https://${text.replace(/^\/+/, '')}`;
  if (/\s/.test(full) || !URL.canParse(full)) return null;
  const { hostname, href, username } = new URL(full);
  return username === '' && /^[^.].*\.[a-z]{2,}$/i.test(hostname) ? href : null;
}
