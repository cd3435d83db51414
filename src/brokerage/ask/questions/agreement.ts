import { z } from 'zod';
import { oneOf } from '#platform/http/form.ts';
import type { WordKey } from '#platform/i18n/word-keys.ts';
import { agreementWays } from '../../family.ts';
import { radios, typedText } from '../draw.ts';
import { shortWords } from '../fields.ts';
import { question } from '../question.ts';

const ways = {
  'in-person': 'brokerage:agreement.how.inPerson',
  'by-phone': 'brokerage:agreement.how.byPhone',
  'in-writing': 'brokerage:agreement.how.inWriting',
} as const satisfies Record<string, WordKey>;
const needed = (error: WordKey) => shortWords.pipe(z.string().min(1, { error }));

/** The family's agreement that a professional asks for them (Childcare Act 2006, section 12(4)). */
export const agreement = question({
  form: () =>
    z.object({
      givenBy: needed('brokerage:agreement.givenBy.missing'),
      how: oneOf(agreementWays, 'brokerage:agreement.how.missing'),
      role: needed('brokerage:agreement.role.missing'),
      organisation: shortWords,
    }),
  title: ({ t }) => t('brokerage:agreement.title'),
  draw: ({ t }, typed) => [
    { control: 'text-block', text: t('brokerage:agreement.why') },
    typedText('givenBy', { label: t('brokerage:agreement.givenBy.label') }, typed),
    radios(
      'how',
      { label: t('brokerage:agreement.how.label') },
      agreementWays.map((value) => ({ value, text: t(ways[value]) })),
      typed,
    ),
    typedText('role', { label: t('brokerage:agreement.role.label') }, typed),
    typedText('organisation', { label: t('brokerage:agreement.organisation') }, typed, {
      autocomplete: 'organization',
    }),
  ],
  rows: ({ t }, { givenBy, how, role, organisation }) => [
    { label: 'brokerage:check.row.agreement', text: `${givenBy}\n${t(ways[how])}`, typed: true },
    {
      label: 'brokerage:check.row.role',
      text: [role, organisation].filter(Boolean).join('\n'),
      typed: true,
    },
  ],
});
