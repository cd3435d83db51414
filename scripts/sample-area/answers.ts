import { isInclusionKey } from '#directory/inclusion-vocabulary.ts';
import type { SampleDetails } from '#exchange/sample-details.ts';
import type { Hours } from './hours.ts';
import { answersOf, noteOf, type Answers } from './inclusion.ts';
import { languagesNote } from './languages.ts';
import type { Place } from './place.ts';

type Inclusion = NonNullable<SampleDetails['inclusion']>;
type Notes = Record<string, string>;

/** What a place that is to be found for certain answers, and why. */
export type Arranged = { readonly answers: Answers; readonly notes: Notes };

type Known = {
  readonly hours: Hours;
  /** Null when it has not told. */
  readonly languages: readonly string[] | null;
  readonly arranged: Arranged | undefined;
};

/** The inclusion answers of a place; about one in eight last looked at them too long ago. */
export function inclusionOf(place: Place, known: Known): Pick<SampleDetails, 'inclusion'> {
  const draw = place.random('inclusion');
  const told = place.tells('inclusion')
    ? answersOf(place.row.isHome, draw, known.arranged ? 0.9 : 0)
    : {};
  const answers = known.arranged
    ? { ...told, ...known.arranged.answers }
    : withoutRareMix(told, known.hours);
  if (Object.keys(answers).length === 0) return {};
  const spoken = withLanguages(answers, known.languages);
  const daysAgo = draw.chance(0.12) ? draw.whole(400, 700) : draw.whole(10, 300);
  const notes = { ...notesOf(place, spoken), ...known.arranged?.notes };
  const named = { ...notes, ...languageNote(spoken, known.languages ?? []) };
  return {
    inclusion: {
      daysAgo: known.arranged ? 40 : daysAgo,
      answers: byAnswer(spoken),
      notes: named,
    },
  };
}

/** Hoist with tube feeding or oxygen is found only where it is arranged, and never on a Saturday. */
function withoutRareMix(answers: Answers, hours: Hours): Answers {
  const offers = (key: keyof Answers) => answers[key] === 'yes' || answers[key] === 'with-notice';
  const opensSaturday = hours.some(({ days }) => days.includes(6));
  const hasHoist = offers('hoist') && !opensSaturday;
  return {
    ...answers,
    ...(offers('hoist') && !hasHoist && { hoist: 'no' }),
    ...(offers('tube_feeding') && hasHoist && { tube_feeding: 'no' }),
    ...(offers('oxygen') && (hasHoist || opensSaturday) && { oxygen: 'no' }),
  };
}

/** Says of languages what the list of them says. */
function withLanguages(answers: Answers, languages: readonly string[] | null): Answers {
  const { languages_spoken: _, ...others } = answers;
  if (languages === null) return others;
  return { ...others, languages_spoken: languages.length > 0 ? 'yes' : 'no' };
}

const languageNote = (answers: Answers, languages: readonly string[]): Notes =>
  answers.languages_spoken === 'yes' ? { languages_spoken: languagesNote(languages) } : {};

function notesOf({ random }: Place, answers: Answers): Notes {
  const draw = random('inclusion notes');
  const notes = Object.entries(answers).flatMap(([key, answer]) => {
    const note = isInclusionKey(key) ? noteOf(key, answer, draw) : null;
    return note === null ? [] : [[key, note] as const];
  });
  return Object.fromEntries(notes);
}

function byAnswer(answers: Answers): Inclusion['answers'] {
  const keys = Object.groupBy(Object.entries(answers), ([, answer]) => answer);
  const of = (found: readonly (readonly [string, string])[] = []) => found.map(([key]) => key);
  return {
    ...(keys.yes && { yes: of(keys.yes) }),
    ...(keys['with-notice'] && { 'with-notice': of(keys['with-notice']) }),
    ...(keys.no && { no: of(keys.no) }),
    ...(keys['ask-us'] && { 'ask-us': of(keys['ask-us']) }),
  };
}
