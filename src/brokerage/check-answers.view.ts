import type { Query } from '#platform/http/addresses.ts';
import { inclusionGroupWord } from '#directory/directory-words.ts';
import type { Words } from '#platform/i18n/words.ts';
import type { AskStep } from './ask/steps.ts';
import type { Family } from './family.ts';
import { relationWords, sharingWords, timesText } from './family-words.ts';

type Href = (path: string, query?: Query) => string;

/** The family's answers, each with a link to change it. */
export function checkAnswersView(words: Words, href: Href, family: Family) {
  const { t, format } = words;
  const { about, contact, child, needs, times, place, tried, sharing } = family;
  const row = (step: AskStep, name: RowName, value: string, typed = false) => ({
    key: { text: t(`brokerage:check.row.${name}`) },
    value: { text: value === '' ? t('brokerage:check.notProvided') : value },
    typed: typed && value !== '',
    actions: {
      items: [
        {
          href: href(`/ask/${step}`),
          text: t('brokerage:check.change'),
          visuallyHiddenText: t(`brokerage:check.row.${name}`),
        },
      ],
    },
  });
  const talk = [
    contact.voicemail ? t('brokerage:contact.voicemail') : '',
    contact.interpreter ? t('brokerage:contact.interpreter') : '',
  ].filter(Boolean);
  return [
    row('about', 'relation', t(relationWords[about.relation])),
    row('about', 'name', about.name, true),
    row('contact', 'channel', t(`brokerage:contact.channel.${contact.channel}`)),
    row('contact', 'email', contact.email, true),
    row('contact', 'phone', contact.phone, true),
    row('contact', 'speaks', spokenName(words, contact.speaks)),
    row('contact', 'talk', talk.join('\n')),
    row('child', 'child', format.month(child.born)),
    row(
      'needs',
      'needs',
      needs.groups.length === 0
        ? t('brokerage:check.nothingTicked')
        : needs.groups.map((group) => t(inclusionGroupWord(group))).join('\n'),
    ),
    row('needs', 'needsText', needs.text, true),
    row('times', 'times', timesText(words, times)),
    row(
      'times',
      'start',
      times.start === '' ? t('brokerage:check.asap') : format.month(times.start),
    ),
    row('place', 'postcode', place.postcode, true),
    row('place', 'miles', t('brokerage:place.miles.upTo', { count: place.miles })),
    row('tried', 'tried', tried.text, true),
    row('sharing', 'share', t(sharingWords[sharing.share])),
  ];
}
type RowName =
  | 'relation'
  | 'name'
  | 'channel'
  | 'email'
  | 'phone'
  | 'speaks'
  | 'talk'
  | 'child'
  | 'needs'
  | 'needsText'
  | 'times'
  | 'start'
  | 'postcode'
  | 'miles'
  | 'tried'
  | 'share';

/** A spoken language by its name in the reader's language. */
export const spokenName = ({ language }: Words, code: string): string =>
  new Intl.DisplayNames([language.format], { type: 'language' }).of(code) ?? code;
