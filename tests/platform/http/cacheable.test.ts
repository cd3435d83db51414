import { expect, test } from 'vitest';
import { staffCookies } from '#accounts/staff-cookies.ts';
import { isCacheable } from '#platform/http/cacheable.ts';
import { cookieNames } from '#platform/http/cookies.ts';
import { hasOwnCookie } from '#platform/http/server/page-key.ts';

test.each([
  ...['/', '/find', '/find/print', '/provider/ey123', '/privacy', '/api/find.json', '/guidance'],
  ...['/guidance/fathers', '/guidance/complaints/easy', '/guidance/complaints/print'],
  ...['/checker', '/journey', '/journey/two', '/journey/for/fathers', '/search', '/terms'],
])('%s is the same for everybody', (path) => {
  expect(isCacheable(path)).toBe(true);
});

test.each([
  ...['/ask', '/ask/check', '/ask/sent', '/track', '/track/choose/1', '/t/abc', '/answer'],
  ...['/answer/abc', '/staff', '/staff/sign-in', '/shortlist', '/exit', '/problem/unexpected'],
  ...['/provider', '/provider/', '/provider/a/b', '/find/', '/nowhere'],
  ...['/guidance/refused-a-place/letter', '/guidance/a/b', '/shortlist/print'],
  ...['/journey/', '/journey/a/b', '/checker/result'],
])('%s is not', (path) => {
  expect(isCacheable(path)).toBe(false);
});

test('every cookie of ours is seen as one, so that no kept page is given where it may matter', () => {
  const names = [...Object.values(cookieNames), ...Object.values(staffCookies)];
  expect(names.filter((name) => !hasOwnCookie({ cookie: `other=1; ${name}=x` }))).toEqual([]);
  expect(hasOwnCookie({ cookie: '_ga=1; not__Host-family=1' })).toBe(false);
  expect(hasOwnCookie({})).toBe(false);
});
