/** One language's words: a nested object of texts for each room. */
export type Locale = Readonly<Record<string, unknown>>;

/** Texts by their whole key, such as `directory:find.results_one`. */
export type Texts = ReadonlyMap<string, string>;

/** Words that blame or plead. GOV.UK's style guide leaves them out of errors; we, out of everything. */
const banned = /\b(?:please|sorry|valid|invalid|forbidden|oops|whoops|this field is required)\b/i;

/** Flattens a locale. Throws on anything that is not an object or a text. */
export function flatten(locale: Locale): Texts {
  const texts = new Map<string, string>();
  const walk = (value: unknown, key: string, join: string): void => {
    if (typeof value === 'string') texts.set(key, value);
    else if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      for (const [name, inner] of Object.entries(value)) walk(inner, `${key}${join}${name}`, '.');
    } else throw new Error(`${key} is neither a text nor an object`);
  };
  for (const [room, words] of Object.entries(locale)) {
    for (const [name, inner] of Object.entries(words ?? {})) walk(inner, `${room}:${name}`, '.');
  }
  return texts;
}

/** What is wrong with the English words by themselves. */
export function faultsOfEnglish(english: Texts): readonly string[] {
  return [
    ...[...english].flatMap(([key, text]) => {
      const word = banned.exec(text)?.[0];
      return word === undefined ? [] : [`en ${key} says "${word}": ${text}`];
    }),
    ...faultsOfLanguage('en', english, english),
  ];
}

/** Where a language differs from English in anything but its words. */
export function faultsOfLanguage(code: string, texts: Texts, english: Texts): readonly string[] {
  const ours = byStem(texts);
  const theirs = byStem(english);
  const grammar = grammarOf(code);
  return [
    ...[...theirs.keys()].filter((stem) => !ours.has(stem)).map((stem) => `${code} lacks ${stem}`),
    ...[...ours.keys()]
      .filter((stem) => !theirs.has(stem))
      .map((stem) => `${code} has ${stem}, which English lacks`),
    ...[...texts]
      .filter(([, text]) => text.trim() === '')
      .map(([key]) => `${code} ${key} is empty`),
    ...[...ours].flatMap(([stem, found]) => faultsOfForms(grammar, stem, found, theirs.get(stem))),
  ];
}

type Grammar = {
  readonly code: string;
  /** The plural forms the language has. */
  readonly forms: readonly string[];
  /** Those of them that stand for one number alone, and so may say it in words. */
  readonly ofOneNumber: ReadonlySet<string>;
};

function grammarOf(code: string): Grammar {
  const rules = new Intl.PluralRules(code);
  const forms = rules.resolvedOptions().pluralCategories;
  const uses = Array.from({ length: 200 }, (_, number) => rules.select(number));
  const isOfOne = (form: string) => uses.filter((used) => used === form).length === 1;
  return { code, forms, ofOneNumber: new Set(forms.filter(isOfOne)) };
}

/** A key without its plural form, with the text of each form; the form is empty for a plain key. */
type Forms = ReadonlyMap<string, string>;

function byStem(texts: Texts): ReadonlyMap<string, Forms> {
  const stems = new Map<string, Map<string, string>>();
  for (const [key, text] of texts) {
    const [, stem = key, form = ''] = /^(.*)_(zero|one|two|few|many|other)$/.exec(key) ?? [];
    const forms = stems.get(stem) ?? new Map<string, string>();
    stems.set(stem, forms.set(form, text));
  }
  return stems;
}

function faultsOfForms(
  { code, forms, ofOneNumber }: Grammar,
  stem: string,
  found: Forms,
  english: Forms | undefined,
): readonly string[] {
  if (!english) return [];
  const wanted = english.has('') ? [''] : forms;
  const place = (form: string) => `${code} ${stem}${form && `_${form}`}`;
  const gaps = new Set([...english.values()].flatMap(gapsIn));
  return [
    ...wanted.filter((form) => !found.has(form)).map((form) => `${place(form)} is missing`),
    ...[...found.keys()]
      .filter((form) => !wanted.includes(form))
      .map((form) => `${place(form)} is not a form of this language`),
    ...[...found].flatMap(([form, text]) =>
      faultsOfGaps(place(form), gapsIn(text), gaps, ofOneNumber.has(form)),
    ),
  ];
}

const gapsIn = (text: string): readonly string[] =>
  [...text.matchAll(/\{\{([^}]*)\}\}/g)].map(([, name = '']) => name.split(',')[0]?.trim() ?? '');

function faultsOfGaps(
  place: string,
  found: readonly string[],
  wanted: ReadonlySet<string>,
  mayLeaveOutCount: boolean,
): readonly string[] {
  return [
    ...found
      .filter((gap) => !wanted.has(gap))
      .map((gap) => `${place} fills {{${gap}}}, which English does not`),
    ...[...wanted]
      .filter((gap) => !found.includes(gap) && !(mayLeaveOutCount && gap === 'count'))
      .map((gap) => `${place} does not fill {{${gap}}}`),
  ];
}
