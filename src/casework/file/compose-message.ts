import type { Family } from '#brokerage/family.ts';
import type { Words } from '#platform/i18n/words.ts';
import {
  interpreterLine,
  templateText,
  type TemplateName,
  type TemplateTongue,
  type TemplateValues,
} from './message-template.ts';

/** What a broker sends: a template, words of their own in a language, or both. */
export type Composed = {
  readonly template: TemplateName | null;
  readonly tongue: TemplateTongue;
  readonly values: TemplateValues;
  readonly own: string;
  readonly ownLanguage: string;
};
type Speaks = {
  readonly theirs: Words;
  readonly english: Words;
};

/**
 * The message as the family gets it. A broker's own words are marked as such and say their language,
 * in the language that the family reads.
 */
export function composeMessage(
  { theirs, english }: Speaks,
  family: Pick<Family, 'contact' | 'language'>,
  { template, tongue, values, own, ownLanguage }: Composed,
): string {
  const words = tongue === 'theirs' ? theirs : english;
  const ready = template === null ? null : templateText(words, template, values);
  const line = template === null ? null : interpreterLine(words, family, values.phone);
  const mark = { language: theirs.format.language(ownLanguage) };
  const written = own === '' ? [] : [own, theirs.t('caseFile:message.ownMark', mark)];
  return [ready, ...written, line].filter((part) => part !== null).join('\n\n');
}
