import type { AstroCookies } from 'astro';

/** The site's only cookies; `/cookies` lists them. */
export const cookieNames = {
  /** The answers of a request that is being written. */
  draft: '__Host-request',
  /** A family's way in to its own request. */
  family: '__Host-family',
  /** The browser that asked for a code to its request. */
  code: '__Host-code',
  /** A provider's way in to one question. */
  provider: '__Host-provider',
  /** The places a visitor keeps, by id. */
  shortlist: '__Host-shortlist',
  /** A way in to make one staff account. */
  join: '__Host-join',
  /** A member of staff wants keyboard shortcuts. */
  shortcuts: '__Host-shortcuts',
} as const;
export type CookieName = (typeof cookieNames)[keyof typeof cookieNames];

export function setCookie(
  cookies: AstroCookies,
  name: CookieName,
  value: string,
  hours: number,
): void {
  cookies.set(name, value, {
    path: '/',
    secure: true,
    httpOnly: true,
    sameSite: 'lax',
    maxAge: hours * 3600,
  });
}

export function clearCookie(cookies: AstroCookies, name: CookieName): void {
  cookies.set(name, '', { path: '/', secure: true, httpOnly: true, sameSite: 'lax', maxAge: 0 });
}
