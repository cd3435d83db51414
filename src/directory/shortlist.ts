/** As many places as a shortlist holds, and as many as can be compared side by side. */
export const shortlistLimit = 20;
export const compareLimit = 4;

/** The days a browser keeps a shortlist. */
export const shortlistDays = 30;

const anId = /^[A-Za-z0-9][A-Za-z0-9._~-]{0,79}$/;
/** Twenty of the longest ids; what is longer was not written by us. */
const longestText = shortlistLimit * 81;

/** The ids in texts such as `ey1,ey2`: each once, twenty at most; what cannot be an id is dropped. */
export function readIds(texts: readonly string[]): readonly string[] {
  const ids = texts.flatMap((text) => text.slice(0, longestText).split(','));
  const known = ids.map((id) => id.trim()).filter((id) => anId.test(id));
  return [...new Set(known)].slice(0, shortlistLimit);
}

/** As a cookie and an address hold them. */
export const writeIds = (ids: readonly string[]): string => ids.join(',');

export const withoutIds = (ids: readonly string[], gone: readonly string[]): readonly string[] =>
  ids.filter((id) => !gone.includes(id));

/**
 * A page of this site to go back to: its path and query, or null when the text is anything else,
 * such as another site's address.
 * @example safeBack('/find?near=M33') // => '/find?near=M33'
 * @example safeBack('//elsewhere.example') // => null
 */
export function safeBack(text: string): string | null {
  const base = 'http://here.invalid';
  if (text.length > 4000 || !/^\/(?![/\\])/.test(text) || !URL.canParse(text, base)) return null;
  const { origin, pathname, search } = new URL(text, base);
  return origin === base && !pathname.startsWith('//') ? pathname + search : null;
}
