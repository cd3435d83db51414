/**
 * How old an English reader must be to follow a text at ease: the Flesch–Kincaid grade
 * (Kincaid and others, 1975) plus five, which is the age of an English child in that grade.
 */
export function readingAge(text: string): number {
  const sentences = text
    .split(/[.!?]+(?=\s|$)|\n+/u)
    .map(wordsOf)
    .filter((words) => words.length > 0);
  const words = sentences.flat();
  if (words.length === 0) return 0;
  const syllables = words.reduce((sum, word) => sum + syllablesIn(word), 0);
  return 0.39 * (words.length / sentences.length) + 11.8 * (syllables / words.length) - 10.59;
}

const wordsOf = (sentence: string): readonly string[] =>
  sentence.toLowerCase().match(/[a-z]+(?:[’'][a-z]+)*|\d[\d,.]*/gu) ?? [];

/** Names the rule of vowels counts wrongly, and words whose letters are said one by one. */
const exceptions: Readonly<Record<string, number>> = {
  area: 3,
  being: 2,
  child: 1,
  childcare: 2,
  childminder: 3,
  childminders: 3,
  create: 2,
  created: 2,
  dbs: 3,
  ehc: 3,
  everyone: 3,
  family: 3,
  gp: 2,
  hmrc: 4,
  idea: 3,
  ideas: 3,
  nhs: 3,
  people: 2,
  quiet: 2,
  sendiass: 3,
  senco: 2,
  sometimes: 2,
  somewhere: 2,
  whole: 1,
};

/** How many beats a word in lower case has: groups of vowels, less the silent endings. */
export function syllablesIn(word: string): number {
  const known = exceptions[word];
  if (known !== undefined) return known;
  if (/^\d/u.test(word)) return 1;
  const spoken = word.replace(/[’']\w*$/u, '').replace(/(?<=[^aeiouylr])les$/u, 'els');
  const silent =
    /(?:[^aeioutdl]|[aeiou]l|ll)ed$|(?<=[aeiou].*)(?<![lscxzgh])es$|(?<![l])e$|[aeiou]le$/u;
  const bare = silent.test(spoken) ? spoken.replace(/e(?:d|s)?$/u, '') : spoken;
  const groups = bare.match(/[aeiouy]+/gu)?.length ?? 0;
  const split = bare.match(/(?:i[ao](?![nu])|[^cst]ious|iet|eo(?=[^u])|uou)/gu)?.length ?? 0;
  return Math.max(1, groups + split);
}
