import type { OpenCase } from '#brokerage/case-store.ts';
import type { Query } from '#platform/http/addresses.ts';
import type { Ctx } from '#platform/context.ts';
import type { Language } from '#platform/i18n/languages.ts';
import {
  asksFor,
  interpreterLine,
  templateNames,
  templates,
  templateText,
  usualTongue,
  type TemplateName,
  type TemplateValues,
} from './message-template.ts';

type Href = (path: string, query?: Query) => string;

/** The templates to choose from, as links to the page that fills them. */
export const templateLinks = ({ words }: Pick<Ctx, 'words'>, href: Href, reference: string) =>
  templateNames.map((name) => ({
    text: words.t(templates[name].title),
    href: href(`/staff/case/${reference}/message`, { template: name }),
  }));

/** The languages a broker may write in: the one the family reads first, and English. */
export function writingLanguages({ words, catalogue }: Ctx, { family }: OpenCase) {
  const codes = [...new Set([catalogue.speak(family.language).language.code, 'en'])];
  return codes.map((value) => ({ value, text: words.format.language(value) }));
}

const side = ({ code, dir }: Language) => ({ lang: code, dir });

/** A template in the family's language with the English beside it, and what it asks the broker for. */
export function templateView(
  { words, catalogue, settings }: Ctx,
  { family }: OpenCase,
  name: TemplateName,
  values: TemplateValues,
) {
  const { t } = words;
  const [theirs, english] = [catalogue.speak(family.language), catalogue.speak('en')];
  const textIn = (spoken: typeof theirs) =>
    [templateText(spoken, name, values), interpreterLine(spoken, family, settings.council.phone)]
      .filter((part) => part !== null)
      .join('\n\n');
  const language = words.format.language(theirs.language.code);
  const isEnglish = theirs.language.code === 'en';
  return {
    name,
    title: t(templates[name].title),
    asksProvider: asksFor(name, 'provider'),
    asksDay: asksFor(name, 'day'),
    english: {
      title: words.format.language('en'),
      text: textIn(english),
      ...side(english.language),
    },
    theirs: isEnglish
      ? null
      : {
          ...{ title: language, text: textIn(theirs), ...side(theirs.language) },
          unchecked: theirs.language.reviewedOn === null,
        },
    tongue: isEnglish ? ('english' as const) : usualTongue(theirs.language),
    tongues: [
      { value: 'theirs', text: language },
      { value: 'english', text: t('caseFile:message.inEnglish') },
    ],
  };
}
