import type { Family } from '#brokerage/family.ts';
import type { Language } from '#platform/i18n/languages.ts';
import type { WordKey } from '#platform/i18n/word-keys.ts';
import type { Words } from '#platform/i18n/words.ts';

type Template = {
  readonly title: WordKey;
  readonly text: WordKey;
  /** What the broker must fill in. */
  readonly asks: readonly Asked[];
};
type Asked = 'provider' | 'day';

/** The messages that are there in every language, so that nobody writes them anew. */
export const templates = {
  'first-contact': {
    title: 'caseFile:template.firstContact.title',
    text: 'caseFile:template.firstContact.text',
    asks: ['day'],
  },
  'more-details': {
    title: 'caseFile:template.moreDetails.title',
    text: 'caseFile:template.moreDetails.text',
    asks: [],
  },
  'options-ready': {
    title: 'caseFile:template.optionsReady.title',
    text: 'caseFile:template.optionsReady.text',
    asks: [],
  },
  'provider-cannot': {
    title: 'caseFile:template.providerCannot.title',
    text: 'caseFile:template.providerCannot.text',
    asks: ['provider'],
  },
  'still-looking': {
    title: 'caseFile:template.stillLooking.title',
    text: 'caseFile:template.stillLooking.text',
    asks: ['day'],
  },
  'closing-soon': {
    title: 'caseFile:template.closingSoon.title',
    text: 'caseFile:template.closingSoon.text',
    asks: ['day'],
  },
  joined: {
    title: 'caseFile:template.joined.title',
    text: 'caseFile:template.joined.text',
    asks: [],
  },
} as const satisfies Readonly<Record<string, Template>>;
export type TemplateName = keyof typeof templates;
export const templateNames = Object.keys(templates).filter(isTemplate);

export function isTemplate(name: string): name is TemplateName {
  return Object.hasOwn(templates, name);
}

/** Whether a template waits for the broker to fill in a provider's name or a day. */
export const asksFor = (name: TemplateName, asked: Asked): boolean =>
  (templates[name].asks as readonly Asked[]).includes(asked);

/** What fills a template; `day` is a London day. Null leaves a gap that can be seen. */
export type TemplateValues = {
  readonly reference: string;
  readonly phone: string;
  readonly provider: string | null;
  readonly day: string | null;
};

/** A template in one language, filled. */
export const templateText = (
  { t, format }: Words,
  name: TemplateName,
  { reference, phone, provider, day }: TemplateValues,
): string =>
  t(templates[name].text, {
    ...{ reference, phone },
    provider: provider ?? t('caseFile:template.gap.provider'),
    day: day === null ? t('caseFile:template.gap.day') : format.weekdayAndDay(day),
  });

/** In which language a template goes: the one the family reads, or English. */
export const templateTongues = ['theirs', 'english'] as const;
export type TemplateTongue = (typeof templateTongues)[number];

/** The family's own language where a person has checked our words in it; else English. */
export const usualTongue = ({ reviewedOn }: Pick<Language, 'reviewedOn'>): TemplateTongue =>
  reviewedOn === null ? 'english' : 'theirs';

/** A line on how to have it read out, for who speaks another language than the message is in. */
export function interpreterLine(
  words: Words,
  { contact, language }: Pick<Family, 'contact' | 'language'>,
  phone: string,
): string | null {
  const spoken = contact.speaks === '' ? language : contact.speaks;
  if (spoken === words.language.code) return null;
  return words.t('caseFile:template.interpreter', {
    language: words.format.language(spoken),
    phone,
  });
}
