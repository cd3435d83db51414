import type { SampleDetails } from '#exchange/sample-details.ts';
import { isInclusionKey, type InclusionKey } from '#directory/inclusion-vocabulary.ts';
import { descriptionOf } from './descriptions.ts';
import { answersOf, noteOf, type Answers } from './inclusion.ts';
import type { namer } from './names.ts';
import { agesOf, costsOf, hoursOf } from './offer.ts';
import type { Random } from './random.ts';
import type { SampleRow } from './registrations.ts';

/** The districts of each constituency, as often as homes are found there. */
const districts: Readonly<Record<string, readonly string[]>> = {
  'Altrincham and Sale West': ['WA14', 'WA14', 'WA15', 'WA15', 'M33'],
  'Stretford and Urmston': ['M41', 'M41', 'M41', 'M32', 'M32', 'M16', 'M31'],
  'Wythenshawe and Sale East': ['M33'],
};

/** All that is made up about one place; what it leaves out is "not said". */
export function detailsOf(
  row: SampleRow,
  random: Random,
  names: ReturnType<typeof namer>,
): SampleDetails {
  const sometimes = (share: number, make: () => Partial<SampleDetails>) =>
    random.chance(share) ? make() : {};
  const label = row.isHome && random.chance(0.5) ? names.place(row.kind) : null;
  const { word, name } = label ?? { word: row.word, name: textIn(row, 'Provider name') };
  return {
    urn: row.urn,
    ...(label && { name }),
    ...(row.isHome && { outward: random.pick(districtsOf(row)) }),
    ...contactsOf(word, random),
    ...sometimes(0.7, () => ({ description: descriptionOf(row.kind, random) })),
    ...sometimes(0.85, () => agesAndVacancies(row.kind, random)),
    ...sometimes(0.8, () => ({ hours: hoursOf(row.kind, name, random) })),
    ...sometimes(0.7, () => ({ costs: costsOf(row.kind, name, random) })),
    ...inclusionOf(answersOf(row.isHome, random), random),
  };
}

const textIn = ({ cells }: SampleRow, column: string): string => cells[column] ?? '';

const contactsOf = (word: string | null, random: Random): Partial<SampleDetails> =>
  word === null
    ? {}
    : {
        ...(random.chance(0.6) && { email: `hello@${word.toLowerCase()}.example` }),
        ...(random.chance(0.5) && { website: `https://${word.toLowerCase()}.example` }),
      };

function agesAndVacancies(kind: string, random: Random): Partial<SampleDetails> {
  const ages = agesOf(kind, random);
  return { ages, ...(random.chance(0.5) && { vacancies: vacanciesOf(ages, random) }) };
}

const districtsOf = (row: SampleRow): readonly string[] =>
  districts[textIn(row, 'Parliamentary constituency')] ?? ['M33'];

function vacanciesOf(ages: { from: number; to: number }, random: Random) {
  const daysAgo = random.whole(1, 60);
  const anyDay = random.chance(0.4);
  const days = anyDay ? [undefined] : random.shuffle([1, 2, 3, 4, 5]).slice(0, random.whole(1, 3));
  const to = Math.min(ages.to, ages.from + random.pick([23, 35, 47]));
  return [...days].sort().map((day) => ({
    ages: { from: ages.from, to },
    ...(day !== undefined && { day }),
    places: random.whole(1, 3),
    daysAgo,
  }));
}

/** Most answers are of this year; about one place in eight last looked at them too long ago. */
export function inclusionOf(answers: Answers, random: Random): Pick<SampleDetails, 'inclusion'> {
  const entries = Object.entries(answers);
  if (entries.length === 0) return {};
  const notes: Partial<Record<InclusionKey, string>> = {};
  for (const [key, answer] of entries) {
    const note = isInclusionKey(key) ? noteOf(key, answer, random) : null;
    if (isInclusionKey(key) && note !== null) notes[key] = note;
  }
  const daysAgo = random.chance(0.12) ? random.whole(400, 700) : random.whole(10, 300);
  return {
    inclusion: {
      daysAgo,
      answers: Object.fromEntries(entries),
      notes: Object.fromEntries(Object.entries(notes)),
    },
  };
}
