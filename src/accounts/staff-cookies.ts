/** The staff area's cookies; `cookieNames` in `platform/http/cookies.ts` holds all the others. */
export const staffCookies = {
  /** A signed-in member of staff. */
  session: '__Host-staff',
  /** A sign-in that waits for its code. */
  challenge: '__Host-staff-code',
  /** A browser that somebody has signed in with before. */
  device: '__Host-staff-device',
} as const;

const ours: readonly string[] = Object.values(staffCookies);

/** The `Set-Cookie` lines of an answer of better-auth's, only those of the site's own cookies. */
export const setCookiesOf = (answer: Response): readonly string[] =>
  answer.headers.getSetCookie().filter((line) => ours.includes(line.slice(0, line.indexOf('='))));

/** A cookie of a `Cookie` header, as it stands there. */
export const cookieValue = (header: string | null, name: string): string | undefined =>
  (header ?? '')
    .split(';')
    .map((part) => part.trim())
    .find((part) => part.startsWith(`${name}=`))
    ?.slice(name.length + 1);

/** A cookie of a `Cookie` header, without its signature: better-auth checks that. */
export function unsignedCookie(header: string | null, name: string): string | undefined {
  const found = cookieValue(header, name);
  return found === undefined ? undefined : withoutSignature(found);
}

/** The session's token from `Set-Cookie` lines; undefined when they begin no session. */
export function newSessionToken(setCookies: readonly string[]): string | undefined {
  const line = setCookies.find((cookie) => cookie.startsWith(`${staffCookies.session}=`));
  const value = line?.slice(staffCookies.session.length + 1).split(';')[0];
  return value === undefined ? undefined : withoutSignature(value);
}

function withoutSignature(signed: string): string | undefined {
  const dot = decode(signed).lastIndexOf('.');
  return dot < 1 ? undefined : decode(signed).slice(0, dot);
}

function decode(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return '';
  }
}

/** The headers better-auth needs of a request: the cookie, and nothing that says who or where. */
export const authHeaders = (cookieHeader: string | null): Headers =>
  new Headers(cookieHeader === null ? {} : { cookie: cookieHeader });

/** A redirect after a form, with cookies. */
export function seeOther(to: string, setCookies: readonly string[] = []): Response {
  const headers = new Headers({ location: to });
  for (const line of setCookies) headers.append('set-cookie', line);
  return new Response(null, { status: 303, headers });
}
