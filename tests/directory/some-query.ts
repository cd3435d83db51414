import fc from 'fast-check';
import { distances } from '#directory/distances.ts';
import { openQuery, registers, terms, weekdays, type FindQuery } from '#directory/find-query.ts';
import { inclusionAttributes } from '#directory/inclusion-vocabulary.ts';
import { premisesKinds } from '#directory/provider.ts';
import {
  audienceKeys,
  fundedSchemes,
  outcomeKeys,
  serviceGroups,
  serviceKinds,
} from '#directory/taxonomy.ts';
import { generatedLanguages, generatedSchools } from '../support/generated-offer.ts';

const few = <T>(from: readonly T[], most = 2): fc.Arbitrary<T[]> =>
  fc.subarray([...from], { minLength: 1, maxLength: most });
const usualKinds = ['nursery', 'childminder', 'preschool', 'library', 'stay-and-play'] as const;
const usualNeeds = inclusionAttributes.slice(0, 20).map(({ key }) => key);

const someMonth = fc.constantFrom('2026-11', '2026-02', '2025-03', '2024-06', '2022-01', '2015-12');
const someDay = fc.constantFrom('2026-11-01', '2026-12-01', '2027-03-15', '2027-09-01');
const whole = fc.constantFrom(
  '07:30',
  '08:00',
  '08:15',
  '09:00',
  '12:00',
  '15:00',
  '17:45',
  '18:30',
);

/** What each filter may be set to, one filter a row: what somebody could really ask together. */
export const someChoice = {
  near: fc.constantFrom('M33 2DH', 'm41', 'WA14 2DH', 'Sale').map((near) => ({ near })),
  within: fc
    .record({
      near: fc.constantFrom('M33 2DH', 'Timperley'),
      within: fc.constantFrom(...distances),
    })
    .map((chosen) => chosen),
  way: fc.record({
    near: fc.constant('M33 2DH'),
    to: fc.constantFrom('M31', 'Altrincham'),
    via: fc.constantFrom(null, 0, 1, 3),
  }),
  kind: fc
    .oneof(few<FindQuery['kind'][number]>(usualKinds), few(serviceGroups), few(serviceKinds))
    .map((kind) => ({ kind })),
  age: fc.constantFrom(0, 8, 9, 30, 47, 48, 132).map((age) => ({ age })),
  dob: someMonth.map((dob) => ({ dob })),
  due: fc.constantFrom('2026-12', '2027-05').map((due) => ({ due })),
  start: fc.record({ start: someDay, dob: someMonth }),
  day: few(weekdays, 3).map((day) => ({ day })),
  from: whole.map((from) => ({ from })),
  until: whole.map((until) => ({ until })),
  hours: fc
    .tuple(whole, whole)
    .map((both) => both.toSorted())
    .map(([from = '', until = '']) => ({ from, until: until === from ? '19:00' : until })),
  term: few(terms).map((term) => ({ term })),
  funded: few(fundedSchemes).map((funded) => ({ funded })),
  vacancy: fc.constant({ vacancy: true }),
  vacancyFrom: fc.record({ vacancy: fc.constant(true), start: someDay, day: few(weekdays, 1) }),
  max: fc.constantFrom(0, 300, 450, 620, 1000).map((max) => ({ max })),
  week: fc.record({
    max: fc.constantFrom(0, 2_500, 9_000, 20_000),
    per: fc.constant('week' as const),
    age: fc.constantFrom(10, 26, 40),
    day: few(weekdays, 3),
    from: fc.constantFrom('08:00', '09:00'),
    until: fc.constantFrom('12:00', '15:00', '18:00'),
    funded: fc.subarray([...fundedSchemes], { maxLength: 2 }),
    term: fc.subarray([...terms], { maxLength: 1 }),
  }),
  inclusion: few(usualNeeds, 3).map((inclusion) => ({ inclusion })),
  language: few(generatedLanguages).map((language) => ({ language })),
  school: few(generatedSchools.map(({ school }) => school)).map((school) => ({ school })),
  register: few(registers).map((register) => ({ register })),
  premises: few(premisesKinds).map((premises) => ({ premises })),
  outcome: few(outcomeKeys).map((outcome) => ({ outcome })),
  for: few(audienceKeys).map((audience) => ({ for: audience })),
} satisfies Record<string, fc.Arbitrary<Partial<FindQuery>>>;

/** Up to four filters together, each also with the places that have not said. */
export const someQuery: fc.Arbitrary<FindQuery> = fc
  .tuple(
    fc
      .subarray(Object.values<fc.Arbitrary<Partial<FindQuery>>>(someChoice), {
        minLength: 1,
        maxLength: 4,
      })
      .chain((choices) => fc.tuple(...choices)),
    fc.boolean(),
  )
  .map(([chosen, unsaid]) => ({ ...openQuery, ...Object.assign({}, ...chosen), unsaid }))
  .filter(({ from, until }) => from === '' || until === '' || from < until);
