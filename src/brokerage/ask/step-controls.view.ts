import spokenLanguages from '#content/reference/spoken-languages.json' with { type: 'json' };
import { inclusionGroupWord } from '#directory/directory-words.ts';
import { distances } from '#directory/distances.ts';
import { inclusionGroups } from '#directory/inclusion-vocabulary.ts';
import { typedValue, type Typed } from '#platform/http/form.ts';
import type { Words } from '#platform/i18n/words.ts';
import { dayParts, weekdays } from '../week.ts';
import type { Choice, Control } from './controls.ts';
import type { AskStep } from './steps.ts';

type Draw = (words: Words, typed: Typed) => readonly Control[];

const about: Draw = ({ t }, typed) => [
  {
    control: 'radios',
    name: 'relation',
    label: t('brokerage:about.relation.label'),
    isHeading: false,
    items: [
      { value: 'parent', text: t('brokerage:about.relation.parent') },
      { value: 'expecting', text: t('brokerage:about.relation.expecting') },
      {
        value: 'carer',
        text: t('brokerage:about.relation.carer'),
        hint: { text: t('brokerage:about.relation.carerHint') },
      },
      { value: 'professional', text: t('brokerage:about.relation.professional') },
    ],
    value: typedValue(typed, 'relation'),
  },
  text('name', t('brokerage:about.name.label'), typed, { autocomplete: 'name', dir: 'auto' }),
];

const contact: Draw = (words, typed) => {
  const { t } = words;
  return [
    {
      control: 'radios',
      name: 'channel',
      label: t('brokerage:contact.channel.label'),
      isHeading: false,
      items: [
        {
          value: 'email',
          text: t('brokerage:contact.channel.email'),
          hint: { text: t('brokerage:contact.channel.emailHint') },
        },
        { value: 'phone', text: t('brokerage:contact.channel.phone') },
      ],
      value: typedValue(typed, 'channel'),
    },
    text('email', t('brokerage:contact.email.label'), typed, {
      type: 'email',
      autocomplete: 'email',
      dir: 'ltr',
    }),
    text('phone', t('brokerage:contact.phone.label'), typed, {
      type: 'tel',
      autocomplete: 'tel',
      dir: 'ltr',
      narrow: true,
    }),
    {
      control: 'select',
      name: 'speaks',
      label: t('brokerage:contact.speaks.label'),
      items: languageChoices(words),
      value: typedValue(typed, 'speaks') || words.language.code,
    },
    tick('voicemail', t('brokerage:contact.more'), t('brokerage:contact.voicemail'), typed),
    tick('interpreter', '', t('brokerage:contact.interpreter'), typed),
  ];
};

const child: Draw = ({ t }, typed) => [
  monthControl(
    'month',
    t('brokerage:child.title'),
    `${t('brokerage:child.hint')} ${t('brokerage:child.why')}`,
    typed,
    true,
  ),
];

const needs: Draw = ({ t }, typed) => [
  { control: 'text-block', text: t('brokerage:needs.why') },
  {
    control: 'checkboxes',
    name: 'groups',
    label: t('brokerage:needs.title'),
    isHeading: true,
    hint: t('brokerage:needs.hint'),
    items: inclusionGroups.map((group) => ({
      value: group,
      text: t(inclusionGroupWord(group)),
      hint: { text: t(`brokerage:needs.groupHint.${group}`) },
    })),
    values: typed['groups'] ?? [],
  },
  textarea('text', t('brokerage:needs.text.label'), t('brokerage:needs.text.hint'), typed),
];

const times: Draw = ({ t }, typed) => [
  {
    control: 'week',
    name: 'slots',
    label: t('brokerage:times.slots.label'),
    hint: t('brokerage:times.slots.hint'),
    rows: weekdays.map((day) => ({
      day: t(`brokerage:day.${day}`),
      items: dayParts.map((part) => ({
        value: `${day}-${part}`,
        text: t(`brokerage:part.${part}`),
        checked: (typed['slots'] ?? []).includes(`${day}-${part}`),
      })),
    })),
  },
  tick('notSure', '', t('brokerage:times.notSure'), typed),
  monthControl(
    'month',
    t('brokerage:times.start.label'),
    t('brokerage:times.start.hint'),
    typed,
    false,
  ),
];

const place: Draw = ({ t }, typed) => [
  text('postcode', t('brokerage:place.postcode.label'), typed, {
    hint: t('brokerage:place.postcode.hint'),
    autocomplete: 'postal-code',
    dir: 'ltr',
    narrow: true,
  }),
  {
    control: 'radios',
    name: 'miles',
    label: t('brokerage:place.miles.label'),
    isHeading: false,
    items: distances.map((miles) => ({
      value: miles,
      text: t('brokerage:place.miles.upTo', { count: Number(miles) }),
    })),
    value: typedValue(typed, 'miles'),
  },
];

const tried: Draw = ({ t }, typed) => [
  textarea('text', t('brokerage:tried.text.label'), t('brokerage:tried.text.hint'), typed),
];

const sharing: Draw = ({ t }, typed) => [
  {
    control: 'radios',
    name: 'share',
    label: t('brokerage:sharing.title'),
    isHeading: true,
    hint: t('brokerage:sharing.hint'),
    items: [
      {
        value: 'all',
        text: t('brokerage:sharing.share.all'),
        hint: { text: t('brokerage:sharing.share.allHint') },
      },
      { value: 'times-only', text: t('brokerage:sharing.share.timesOnly') },
      { value: 'ask-first', text: t('brokerage:sharing.share.askFirst') },
    ],
    value: typedValue(typed, 'share'),
  },
];

/** The controls of each question, filled with what was typed. */
export const stepControls: Readonly<Record<AskStep, Draw>> = {
  about,
  contact,
  child,
  needs,
  times,
  place,
  tried,
  sharing,
};

/** Questions whose one control is the page's heading itself. */
export const headedByControl: ReadonlySet<AskStep> = new Set(['child', 'needs', 'sharing']);

/** Spoken languages, named in the reader's own, the reader's own first. */
function languageChoices({ language }: Words): readonly Choice[] {
  const names = new Intl.DisplayNames([language.format], { type: 'language' });
  const codes = spokenLanguages.languages.map(({ code }) => code);
  return codes
    .map((code) => ({ value: code, text: names.of(code) ?? code }))
    .toSorted(
      (a, b) =>
        Number(b.value === language.code) - Number(a.value === language.code) ||
        a.text.localeCompare(b.text, language.code),
    );
}

function text(
  name: string,
  label: string,
  typed: Typed,
  options: {
    hint?: string;
    type?: 'email' | 'tel';
    autocomplete: string;
    dir: 'auto' | 'ltr';
    narrow?: boolean;
  },
): Control {
  const { type = 'text', narrow = false, ...rest } = options;
  return { control: 'text', name, label, value: typedValue(typed, name), type, narrow, ...rest };
}

const textarea = (name: string, label: string, hint: string, typed: Typed): Control => ({
  control: 'textarea',
  name,
  label,
  isHeading: false,
  hint,
  value: typedValue(typed, name),
});

const tick = (name: string, label: string, choice: string, typed: Typed): Control => ({
  control: 'checkboxes',
  name,
  label,
  isHeading: false,
  items: [{ value: 'yes', text: choice }],
  values: typed[name] ?? [],
});

const monthControl = (
  name: string,
  label: string,
  hint: string,
  typed: Typed,
  isHeading: boolean,
): Control => ({
  control: 'month',
  name,
  label,
  isHeading,
  hint,
  month: typedValue(typed, 'month'),
  year: typedValue(typed, 'year'),
});
