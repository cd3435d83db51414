import parsePhone from 'libphonenumber-js/min';
import { z } from 'zod';
import { oneLine, oneOf } from '#platform/http/form.ts';
import type { WordKey } from '#platform/i18n/word-keys.ts';
import { channelHints, channelWords, spokenName } from '../../family-words.ts';
import { channels } from '../../family.ts';
import { radios, select, typedText } from '../draw.ts';
import { text } from '../fields.ts';
import { languageChoices } from '../language-choices.ts';
import { privacyNote } from '../privacy-note.ts';
import { question } from '../question.ts';

const email = z.email().max(254);
const isPhone = (typed: string): boolean => parsePhone(typed, 'GB')?.isPossible() ?? false;
const noLanguage: WordKey = 'brokerage:contact.speaks.missing';

const form = z
  .object({
    name: text(80, 'brokerage:contact.name.tooLong'),
    channel: oneOf(channels, 'brokerage:contact.channel.missing'),
    email: text(254, 'brokerage:contact.email.wrong'),
    phone: text(40, 'brokerage:contact.phone.wrong'),
    speaks: oneLine.pipe(z.string().regex(/^[a-z]{2,3}$/, { error: noLanguage })),
  })
  .check(({ value, issues }) => {
    const wrong = (path: string, message: WordKey) =>
      issues.push({ code: 'custom', path: [path], message, input: value });
    const byPhone = value.channel !== 'email';
    if (!byPhone && value.email === '') wrong('email', 'brokerage:contact.email.missing');
    else if (value.email !== '' && !email.safeParse(value.email).success)
      wrong('email', 'brokerage:contact.email.wrong');
    if (byPhone && value.phone === '') wrong('phone', 'brokerage:contact.phone.missing');
    else if (value.phone !== '' && !isPhone(value.phone))
      wrong('phone', 'brokerage:contact.phone.wrong');
  });

/** How to reach who asks, and in which language they speak. */
export const contact = question({
  form: () => form,
  title: ({ t }) => t('brokerage:contact.title'),
  draw: (words, typed) => {
    const { t } = words;
    return [
      privacyNote(words, 'contact'),
      typedText('name', { label: t('brokerage:contact.name.label') }, typed, {
        autocomplete: 'name',
      }),
      radios(
        'channel',
        { label: t('brokerage:contact.channel.label') },
        channels.map((value) => ({
          value,
          text: t(channelWords[value]),
          hint: { text: t(channelHints[value]) },
        })),
        typed,
      ),
      typedText('email', { label: t('brokerage:contact.email.label') }, typed, {
        ...{ type: 'email', autocomplete: 'email', dir: 'ltr' },
      }),
      typedText('phone', { label: t('brokerage:contact.phone.label') }, typed, {
        ...{ type: 'tel', autocomplete: 'tel', dir: 'ltr', narrow: true },
      }),
      select(
        'speaks',
        t('brokerage:contact.speaks.label'),
        languageChoices(words),
        typed['speaks']?.[0] ?? words.language.code,
      ),
    ];
  },
  rows: (words, value) => [
    { label: 'brokerage:check.row.name', text: value.name, typed: true },
    { label: 'brokerage:check.row.channel', text: words.t(channelWords[value.channel]) },
    { label: 'brokerage:check.row.email', text: value.email, typed: true },
    { label: 'brokerage:check.row.phone', text: value.phone, typed: true },
    { label: 'brokerage:check.row.speaks', text: spokenName(words, value.speaks) },
  ],
});
