import type { AstroCookies } from 'astro';
import { clearCookie, cookieNames, setCookie } from '#platform/http/cookies.ts';

const halfAYear = 24 * 183;

export const shortcutsAreOn = (cookies: AstroCookies): boolean =>
  cookies.get(cookieNames.shortcuts)?.value === 'on';

/** Off is as if nobody had ever asked: there is no cookie then. */
export function rememberShortcuts(cookies: AstroCookies, areOn: boolean): void {
  if (areOn) setCookie(cookies, cookieNames.shortcuts, 'on', halfAYear);
  else clearCookie(cookies, cookieNames.shortcuts);
}
