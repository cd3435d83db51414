import type { SampleRegister } from '#exchange/sample-register.ts';
import type { Arranged } from './answers.ts';
import type { Answers } from './inclusion.ts';
import { textIn, type SampleRow } from './registrations.ts';

/** One nursery in each of these districts takes a child who needs a hoist and tube feeding. */
const arranged: readonly { readonly outward: string; readonly answers: Answers }[] = [
  { outward: 'M33', answers: { hoist: 'yes', tube_feeding: 'with-notice', oxygen: 'no' } },
  { outward: 'M41', answers: { hoist: 'with-notice', tube_feeding: 'with-notice', oxygen: 'no' } },
  {
    outward: 'WA14',
    answers: { hoist: 'yes', tube_feeding: 'yes', oxygen: 'with-notice', epilepsy: 'yes' },
  },
];
const also: Answers = {
  step_free_entrance: 'yes',
  step_free_inside: 'yes',
  accessible_toilet: 'yes',
  health_plan: 'yes',
};
const notes = {
  hoist: 'A mobile hoist. Staff practise with you before the first day.',
  tube_feeding: 'Your community nurse trains two of us first: allow three weeks.',
};

/**
 * Makes searching tell a story: hoist with tube feeding is found in three districts; hoist with
 * oxygen at one nursery in Altrincham only; and with either, nowhere is open on a Saturday.
 */
export const arrangedAnswers = (rows: readonly SampleRow[]): ReadonlyMap<string, Arranged> =>
  new Map(
    arranged.map(({ outward, answers }) => {
      const row = rows.find((one) => isBigNurseryIn(one, outward));
      if (!row) throw new Error(`No nursery to arrange in ${outward}`);
      return [row.urn, { answers: { ...also, ...answers }, notes }];
    }),
  );

const isBigNurseryIn = ({ kind, cells }: SampleRow, outward: string): boolean =>
  kind === 'nursery' &&
  textIn(cells, 'Postcode').startsWith(`${outward} `) &&
  Number(cells['Places']) >= 40 &&
  textIn(cells, 'Most recent full: Overall effectiveness') <= '2';

type Step = NonNullable<SampleRegister['steps']>[number]['step'];

/** One childminder is suspended; a nursery and a childminder have notice that they may be cancelled. */
export function arrangedSteps(rows: readonly SampleRow[]): ReadonlyMap<string, Step> {
  const childminders = rows.filter(({ kind }) => kind === 'childminder');
  const nurseries = rows.filter(({ kind }) => kind === 'nursery');
  const given: readonly (readonly [SampleRow | undefined, Step])[] = [
    [childminders.at(-1), 'suspended'],
    [childminders.at(-2), 'notice-to-cancel'],
    [nurseries.at(-1), 'notice-to-cancel'],
  ];
  return new Map(given.flatMap(([row, step]) => (row ? [[row.urn, step]] : [])));
}
