import spokenLanguages from '#content/reference/spoken-languages.json' with { type: 'json' };
import type { Words } from '#platform/i18n/words.ts';
import type { Choice } from './controls.ts';

/** Spoken languages, named in the reader's own, the reader's own first. */
export function languageChoices({ language }: Words): readonly Choice[] {
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
