import type { SampleDetails } from '#exchange/sample-details.ts';
import type { SampleRow } from './registrations.ts';

type Answer = 'yes' | 'with-notice' | 'no' | 'ask-us';
type Place = { readonly row: SampleRow; readonly details: SampleDetails };

const offers = (answers: Readonly<Record<string, Answer>>, key: string) =>
  answers[key] === 'yes' || answers[key] === 'with-notice';

/** One nursery in each of these districts takes a child who needs a hoist and tube feeding. */
const arranged = [
  { outward: 'M33', answers: { hoist: 'yes', tube_feeding: 'with-notice', oxygen: 'no' } },
  { outward: 'M41', answers: { hoist: 'with-notice', tube_feeding: 'with-notice' } },
  {
    outward: 'WA14',
    answers: { hoist: 'yes', tube_feeding: 'yes', oxygen: 'with-notice', epilepsy: 'yes' },
  },
] as const;
const also = {
  step_free_entrance: 'yes',
  step_free_inside: 'yes',
  accessible_toilet: 'yes',
  health_plan: 'yes',
} as const;
const notes = {
  hoist: 'A mobile hoist. Staff practise with you before the first day.',
  tube_feeding: 'Your community nurse trains two of us first: allow three weeks.',
};

/**
 * Makes searching tell a story: hoist with tube feeding is found in three districts; hoist with
 * oxygen at one nursery in Altrincham only; and with either, nowhere is open on a Saturday.
 */
export function arrange(places: readonly Place[]): readonly SampleDetails[] {
  const chosen = new Map(
    arranged.map((one) => [
      places.find((place) => isNurseryIn(place, one.outward))?.row.urn,
      one.answers,
    ]),
  );
  return places.map(({ row, details }) => {
    const answers = chosen.get(row.urn);
    if (answers)
      return {
        ...details,
        ages: { from: 3, to: 59 },
        inclusion: {
          daysAgo: 40,
          answers: { ...details.inclusion?.answers, ...also, ...answers },
          notes,
        },
      };
    return withoutRareMix(details);
  });
}

const isNurseryIn = ({ row, details }: Place, outward: string): boolean =>
  row.kind === 'nursery' &&
  (row.cells['Postcode'] ?? '').startsWith(`${outward} `) &&
  Number(row.cells['Places']) >= 40 &&
  details.hours !== undefined;

function withoutRareMix(details: SampleDetails): SampleDetails {
  const { inclusion, hours = [] } = details;
  if (!inclusion) return details;
  const answers: Record<string, Answer> = { ...inclusion.answers };
  if (offers(answers, 'hoist')) answers['oxygen'] = 'no';
  const opensSaturday = hours.some(({ days }) => days.includes(6));
  if (opensSaturday && offers(answers, 'hoist')) answers['hoist'] = 'no';
  if (opensSaturday && offers(answers, 'oxygen')) answers['oxygen'] = 'no';
  return {
    ...details,
    inclusion: { ...inclusion, answers, notes: onlyFor(answers, inclusion.notes) },
  };
}

/** A note such as "tell us two weeks before" goes when the answer it stood beside does. */
const onlyFor = (
  answers: Readonly<Record<string, Answer>>,
  kept: Readonly<Record<string, string>>,
) => Object.fromEntries(Object.entries(kept).filter(([key]) => offers(answers, key)));
