import { staffCookies } from '#accounts/staff-cookies.ts';
import { cookieNames } from '#platform/http/cookies.ts';
import type { Words } from '#platform/i18n/words.ts';

const cookies = [
  [cookieNames.draft, 'request'],
  [cookieNames.family, 'family'],
  [cookieNames.code, 'code'],
  [cookieNames.provider, 'provider'],
  [cookieNames.join, 'join'],
  [cookieNames.shortlist, 'shortlist'],
  [staffCookies.session, 'staff'],
  [staffCookies.challenge, 'staffCode'],
  [staffCookies.device, 'staffDevice'],
  [cookieNames.shortcuts, 'shortcuts'],
] as const;

/** Every cookie the site sets: its name, what for, and when it goes. */
export function cookiesTable({ t }: Words) {
  const say = (name: (typeof cookies)[number][1], part: 'purpose' | 'ends') => ({
    text: t(`site:cookies.${name}.${part}`),
  });
  return {
    head: (['name', 'purpose', 'ends'] as const).map((column) => ({
      text: t(`site:cookies.column.${column}`),
    })),
    rows: cookies.map(([cookie, name]) => [
      { text: cookie, code: true },
      say(name, 'purpose'),
      say(name, 'ends'),
    ]),
  };
}
