import type { SignedIn } from './who-is-signed-in.ts';

const openToAll = ['/staff/sign-in', '/staff/sign-out', '/staff/join'];
const forTheCode = ['/staff/code'];
const forEnrolment = ['/staff/enrol', '/staff/recovery-codes'];

/** Whether a path without its language belongs to the staff area, however it is written. */
export const isStaffPath = (path: string): boolean => isUnder(plainPath(path), ['/staff']);

/** Where a request to the staff area must go instead of where it asks; null when it may stay. */
export function detourFor(path: string, who: SignedIn): string | null {
  const asked = plainPath(path);
  if (isUnder(asked, openToAll)) return null;
  if (who === null) return '/staff/sign-in';
  if ('actor' in who) return null;
  const [allowed, goTo] =
    who.needs === 'code' ? [forTheCode, '/staff/code'] : [forEnrolment, '/staff/enrol'];
  return isUnder(asked, allowed) ? null : goTo;
}

const isUnder = (path: string, places: readonly string[]): boolean =>
  places.some((place) => path === place || path.startsWith(`${place}/`));

/** The path as the router may read it: decoded, in small letters, without doubled slashes. */
function plainPath(path: string): string {
  const once = decode(path);
  const plain = once === path ? once : plainPath(once);
  return plain.toLowerCase().replace(/[\\/]+/g, '/');
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
