import reference from '#content/reference/spoken-languages.json' with { type: 'json' };

/** Codes of the languages that families and staff may speak. */
export const spokenLanguages: readonly string[] = reference.languages.map(({ code }) => code);
