import { expect, test } from 'vitest';
import { staffCookies } from '#accounts/staff-cookies.ts';
import { isCacheable } from '#platform/http/cacheable.ts';
import { cookieNames } from '#platform/http/cookies.ts';
import { hasOwnCookie } from '#platform/http/server/page-key.ts';

test.each(['/', '/find', '/provider/ey123', '/privacy', '/api/find.json'])(
  '%s is the same for everybody',
  (path) => {
    expect(isCacheable(path)).toBe(true);
  },
);

test.each([
  ...['/ask', '/ask/check', '/ask/sent', '/track', '/track/choose/1', '/t/abc', '/answer'],
  ...['/answer/abc', '/staff', '/staff/sign-in', '/shortlist', '/exit', '/problem/unexpected'],
  ...['/provider', '/provider/', '/provider/a/b', '/find/', '/nowhere'],
])('%s is not', (path) => {
  expect(isCacheable(path)).toBe(false);
});

test('every cookie of ours is seen as one, so that no kept page is given where it may matter', () => {
  const names = [...Object.values(cookieNames), ...Object.values(staffCookies)];
  expect(names.filter((name) => !hasOwnCookie({ cookie: `other=1; ${name}=x` }))).toEqual([]);
  expect(hasOwnCookie({ cookie: '_ga=1; not__Host-family=1' })).toBe(false);
  expect(hasOwnCookie({})).toBe(false);
});
