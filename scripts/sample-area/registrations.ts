import { kindOf } from '#exchange/ofsted-kind.ts';
import { isoDayOf } from '#exchange/ofsted-values.ts';
import { addDays } from '#platform/calendar/london-time.ts';
import type { Namer, PlaceName } from './names.ts';
import { randomOf, type Random } from './random.ts';

export type Cells = Readonly<Record<string, string>>;
export type SampleRow = {
  readonly cells: Cells;
  readonly urn: string;
  /** From 0, each row its own. */
  readonly index: number;
  readonly kind: string;
  readonly isHome: boolean;
  /** The made-up word of its name; null for a home. */
  readonly word: string | null;
};

const towns: Readonly<Record<string, string>> = {
  M33: 'Sale',
  WA14: 'Altrincham',
  WA15: 'Altrincham',
};
export const townOf = (outward: string): string => towns[outward] ?? 'Manchester';

/** Four years to the weekday: from the real file of August 2021 to the last of the old grades. */
const daysLater = 1456;

const kept = [
  'Web link',
  'Provider type',
  'Provider subtype',
  'Provider status',
  'Individual Register combinations',
  'Provider Early Years Register Flag',
  'Provider Compulsory Childcare Register Flag',
  'Provider Voluntary Childcare Register Flag',
  'Parliamentary constituency',
  'Local authority',
  'Region',
  'Ofsted region',
  'Deprivation Band',
  'Places',
];
const inspections = [
  'Most recent full',
  'Second most recent full',
  'Third most recent full',
  'NCOR',
  'CR',
];
const judgements = [
  'Quality of education',
  'Behaviour and attitudes',
  'Personal development',
  'Effectiveness of leadership and management',
  'Safeguarding is effective?',
  'CCR requirements suitability',
  'VCR requirements suitability',
];

/** A made-up registration with the shape of a real one: its kind, size, place and results. */
export function sampleRow(real: Cells, index: number, names: Namer): SampleRow {
  const found = kindOf(textIn(real, 'Provider type'), textIn(real, 'Provider subtype'));
  if (!found) throw new Error(`Unknown type ${textIn(real, 'Provider type')}`);
  const urn = `SAMPLE${String(index + 1).padStart(4, '0')}`;
  const isHome = found.premises !== 'non-domestic';
  const place = isHome ? null : names.place(found.kind);
  const random = randomOf(`${urn}/row`);
  const cells = {
    ...Object.fromEntries([...kept, ...judgements].map((name) => [name, textIn(real, name)])),
    'Provider URN': urn,
    'Registration date': moved(textIn(real, 'Registration date'), 8, random),
    'Places including estimates': textIn(real, 'Places'),
    ...(place ? publicPlace(real, place, names, random) : hiddenPlace),
    ...movedInspections(real, random, index),
  };
  return { cells, urn, index, kind: found.kind, isHome, word: place?.word ?? null };
}

export const textIn = (cells: Cells, column: string): string => cells[column] ?? '';

const hiddenPlace = Object.fromEntries(
  [
    'Provider name',
    'Provider address line 1',
    'Provider address line 2',
    'Provider address line 3',
    'Provider town',
    'Postcode',
    'Telephone Number',
  ].map((name) => [name, 'REDACTED']),
);

function publicPlace(real: Cells, { word, name }: PlaceName, names: Namer, random: Random): Cells {
  const postcode = textIn(real, 'Postcode');
  const person = names.person(textIn(real, 'Registered person URN'), word);
  const hasPhone = textIn(real, 'Telephone Number') !== '' || random.chance(0.5);
  return {
    'Registered person URN': person.urn,
    Registered_Person_Name: person.name,
    'Provider name': name,
    'Provider address line 1': names.street(),
    'Provider town': townOf(postcode.split(' ')[0] ?? ''),
    Postcode: postcode,
    'Telephone Number': hasPhone ? names.phone() : '',
  };
}

/** Dates move by weeks and numbers are made up, so that no result is a real place's own. */
function movedInspections(real: Cells, random: Random, index: number): Cells {
  const entries = inspections.flatMap((prefix, turn) => {
    const date = textIn(real, `${prefix}: Inspection date`);
    if (date === '') return [];
    return [
      [`${prefix}: Inspection number`, `S${100000 + index * 10 + turn}`],
      [`${prefix}: Inspection date`, moved(date, 3, random)],
      [`${prefix}: Overall effectiveness`, textIn(real, `${prefix}: Overall effectiveness`)],
    ] as const;
  });
  return Object.fromEntries(entries);
}

/** `DD/MM/YYYY` four years later, less some weeks. */
function moved(date: string, mostWeeks: number, random: Random): string {
  const iso = isoDayOf(date);
  if (iso === null) return '';
  const [year, month, day] = addDays(iso, daysLater - 7 * random.whole(1, mostWeeks)).split('-');
  return `${day}/${month}/${year}`;
}
