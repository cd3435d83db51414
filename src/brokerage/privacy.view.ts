import notice from '#content/reference/privacy-notice.json' with { type: 'json' };
import type { Query } from '#platform/http/addresses.ts';
import type { Words, WordValues } from '#platform/i18n/words.ts';
import type { Settings } from '#platform/settings/settings.ts';
import { keptFor, keptRows } from './kept-for.ts';

type Href = (path: string, query?: Query) => string;
type Site = Pick<Settings, 'council' | 'mailFrom' | 'retention'>;
type Row = { readonly key: { readonly text: string }; readonly value: { readonly text: string } };
type Section = {
  readonly id: string;
  readonly title: string;
  readonly intro: readonly string[];
  readonly rows: readonly Row[];
  readonly points: readonly string[];
  readonly after: readonly string[];
  /** What is not certain yet. */
  readonly warning: string | null;
  readonly link: { readonly href: string; readonly text: string } | null;
};

const blank = {
  ...{ intro: [], rows: [], points: [], after: [] },
  ...{ warning: null, link: null },
} as const;
const row = (key: string, text: string): Row => ({ key: { text: key }, value: { text } });

const summary = ['use', 'choice', 'providers', 'safe', 'long', 'rights'] as const;

/** The whole privacy notice: what matters in short, and each part under its heading. */
export function privacyView(words: Words, settings: Site, href: Href) {
  const { t, format } = words;
  const values = {
    council: settings.council.name,
    phone: settings.council.phone,
    email: settings.mailFrom,
  };
  const period = keptFor(words, settings, 'case');
  const sections: readonly Section[] = [
    who(words, values),
    collect(words),
    law(words),
    seen(words),
    {
      ...blank,
      id: 'safe',
      title: t('site:privacy.safe.title'),
      intro: [t('site:privacy.safe.text')],
    },
    long(words, settings),
    rights(words, values, href),
    complain(words, values),
  ];
  return {
    title: t('site:privacy.title'),
    intro: t('site:privacy.intro'),
    summary: summary.map((part) => t(`site:privacy.summary.${part}`, { period })),
    sections,
    prepared: t('site:privacy.prepared', { day: format.day(notice.preparedOn) }),
  };
}

const who = ({ t }: Words, values: WordValues): Section => ({
  ...blank,
  id: 'who',
  title: t('site:privacy.who.title'),
  intro: [t('site:privacy.who.council', values), t('site:privacy.who.officer')],
});

const collected = [
  ...(['contact', 'child', 'needs', 'wanted', 'others', 'course', 'count', 'reminder'] as const),
] as const;
const collect = ({ t }: Words): Section => ({
  ...blank,
  id: 'collect',
  title: t('site:privacy.collect.title'),
  intro: [t('site:privacy.collect.source')],
  rows: collected.map((part) =>
    row(t(`site:privacy.collect.${part}.what`), t(`site:privacy.collect.${part}.why`)),
  ),
  after: [t('site:privacy.collect.person'), t('site:privacy.collect.search')],
});

/** The day on which the council's data protection officer checked the notice; null until then. */
const officerDay = (told: { readonly officerCheckedOn: string | null }) => told.officerCheckedOn;

function law({ t, format }: Words): Section {
  const day = officerDay(notice);
  return {
    ...blank,
    id: 'law',
    title: t('site:privacy.law.title'),
    intro: [
      t('site:privacy.law.task'),
      t('site:privacy.law.special'),
      t('site:privacy.law.consent'),
    ],
    warning: day === null ? t('site:privacy.law.unchecked') : null,
    after: day === null ? [] : [t('site:privacy.law.checked', { day: format.day(day) })],
  };
}

const seers = [
  'team',
  'groups',
  'childminders',
  'schools',
  'inclusion',
  'helpers',
  'carriers',
] as const;
const seen = ({ t }: Words): Section => ({
  ...blank,
  id: 'seen',
  title: t('site:privacy.seen.title'),
  rows: seers.map((part) =>
    row(t(`site:privacy.seen.${part}.who`), t(`site:privacy.seen.${part}.what`)),
  ),
  after: [t('site:privacy.seen.nobody'), t('site:privacy.seen.danger')],
});

const long = (words: Words, settings: Site): Section => ({
  ...blank,
  id: 'long',
  title: words.t('site:privacy.long.title'),
  rows: keptRows(words, settings).map(({ what, text }) => row(what, text)),
  after: [words.t('site:privacy.long.hold')],
});

const owed = ['see', 'correct', 'stop', 'delete', 'object'] as const;
const rights = ({ t }: Words, values: WordValues, href: Href): Section => ({
  ...blank,
  id: 'rights',
  title: t('site:privacy.rights.title'),
  intro: [t('site:privacy.rights.intro')],
  points: owed.map((part) => t(`site:privacy.rights.${part}`)),
  after: [t('site:privacy.rights.other', values)],
  link: { href: href('/track/find'), text: t('site:privacy.rights.find') },
});

const complain = ({ t }: Words, values: WordValues): Section => ({
  ...blank,
  id: 'complain',
  title: t('site:privacy.complain.title'),
  intro: [t('site:privacy.complain.us', values), t('site:privacy.complain.ico')],
  link: { href: 'https://ico.org.uk/make-a-complaint/', text: t('site:privacy.complain.link') },
});
