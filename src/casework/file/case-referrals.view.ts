import type { OpenCase } from '#brokerage/case-store.ts';
import type { Query } from '#platform/http/addresses.ts';
import type { WordKey } from '#platform/i18n/word-keys.ts';
import type { Words } from '#platform/i18n/words.ts';
import type { Family } from '#brokerage/family.ts';
import type { Referral } from './referral-store.ts';
import { shareWords } from './shared-parts.ts';

type Href = (path: string, query?: Query) => string;
export const wayWords = {
  'in-person': 'brokerage:agreement.how.inPerson',
  'by-phone': 'brokerage:agreement.how.byPhone',
  'in-writing': 'brokerage:agreement.how.inWriting',
} as const satisfies Record<NonNullable<Family['agreement']>['how'], WordKey>;

/** Who agreed to something being shared, how and when. */
export const consentText = (
  { t, format }: Words,
  { givenBy, how, day }: Referral['consent'],
): string =>
  t('caseFile:refer.agreed', { name: givenBy, how: t(wayWords[how]), day: format.day(day) });

/** What has been passed on of a case, newest first. */
export const referralsView = (
  words: Words,
  href: Href,
  { reference }: OpenCase,
  referrals: readonly Referral[],
) =>
  referrals.toReversed().map((referral) => ({
    to: referral.to,
    href: href(`/staff/case/${reference}/referral/${referral.id}`),
    when: words.t('caseFile:note.by', {
      name: referral.by,
      moment: words.format.moment(new Date(referral.at)),
    }),
    shared: referral.groups.map((group) => words.t(shareWords[group])).join('\n'),
    agreed: consentText(words, referral.consent),
  }));
