import type { Words } from '#platform/i18n/words.ts';
import { inclusionGroupWord, inclusionWord, premisesWords } from './directory-words.ts';
import { registers, terms, weekdays } from './find-query.ts';
import { attributesIn, inclusionGroups, type InclusionKey } from './inclusion-vocabulary.ts';
import { premisesKinds } from './provider.ts';
import { spokenLanguages } from './spoken-languages.ts';
import {
  audienceKeys,
  audienceName,
  fundedSchemes,
  groupName,
  kindName,
  kindsIn,
  outcomeKeys,
  outcomeName,
  schemeName,
  serviceGroups,
} from './taxonomy.ts';

/** One choice as it reads in a language: a value of a parameter, and of the facet it is counted in. */
export type ChoiceLabel = { readonly value: string; readonly text: string };
export type ChoiceGroup = { readonly title: string; readonly choices: readonly ChoiceLabel[] };

/** What most families with an additional need ask about first, of the whole vocabulary. */
const firstNeeds: readonly InclusionKey[] = [
  ...(['senco', 'one_to_one', 'personal_care', 'gives_medicine'] as const),
  ...(['allergy_autoinjector', 'step_free_entrance', 'secure_site', 'makaton'] as const),
];

export type FilterLabels = ReturnType<typeof readLabels>;
const known = new WeakMap<Words, FilterLabels>();

/** The texts of every choice, which depend on nothing but the language: made once for each. */
export function filterLabels(words: Words): FilterLabels {
  const labels = known.get(words) ?? readLabels(words);
  known.set(words, labels);
  return labels;
}

function readLabels(words: Words) {
  const { t, format, language } = words;
  const one = <Value extends string>(values: readonly Value[], text: (value: Value) => string) =>
    values.map((value): ChoiceLabel => ({ value, text: text(value) }));
  const group = (title: string, choices: readonly ChoiceLabel[]): ChoiceGroup => ({
    title,
    choices,
  });
  const kinds = serviceGroups.map((key) =>
    group(groupName(words, key), [
      { value: key, text: t('directory:find.kind.all') },
      ...one(kindsIn(key), (kind) => kindName(words, kind)),
    ]),
  );
  const needs = (keys: readonly InclusionKey[]) => one(keys, (key) => t(inclusionWord(key)));
  const rest = inclusionGroups.map((key) => {
    const keys = attributesIn(key).map((attribute) => attribute.key);
    return group(
      t(inclusionGroupWord(key)),
      needs(keys.filter((own) => !firstNeeds.includes(own))),
    );
  });
  const { compare } = new Intl.Collator(language.code);
  return {
    kinds,
    firstNeeds: needs(firstNeeds),
    needs: rest,
    days: one(weekdays, (day) => format.weekday(Number(day))),
    terms: one(terms, (term) => t(`directory:find.term.${term}`)),
    funded: one(fundedSchemes, (scheme) => schemeName(words, scheme)),
    languages: one(spokenLanguages, format.language).sort((a, b) => compare(a.text, b.text)),
    premises: one(premisesKinds, (kind) => t(premisesWords[kind])),
    registers: one(registers, (register) => t(`directory:find.register.${register}`)),
    outcomes: one(outcomeKeys, (key) => outcomeName(words, key)),
    audiences: one(audienceKeys, (key) => audienceName(words, key)),
  };
}
