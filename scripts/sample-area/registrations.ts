import { kindOf } from '#exchange/ofsted-kind.ts';
import { addDays } from '#platform/calendar/london-time.ts';
import { isoDayOf } from '#exchange/ofsted-layout.ts';
import type { namer } from './names.ts';
import type { Random } from './random.ts';

export type Cells = Readonly<Record<string, string>>;
export type SampleRow = {
  readonly cells: Cells;
  readonly urn: string;
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
export function sampleRow(
  real: Cells,
  index: number,
  random: Random,
  names: ReturnType<typeof namer>,
): SampleRow {
  const found = kindOf(textIn(real, 'Provider type'), textIn(real, 'Provider subtype'));
  if (!found) throw new Error(`Unknown type ${textIn(real, 'Provider type')}`);
  const urn = `SAMPLE${String(index + 1).padStart(4, '0')}`;
  const isHome = found.premises !== 'non-domestic';
  const place = isHome ? null : names.place(found.kind);
  const copied = Object.fromEntries(
    [...kept, ...judgements].map((name) => [name, textIn(real, name)]),
  );
  const cells = {
    ...copied,
    'Provider URN': urn,
    'Registration date': moved(textIn(real, 'Registration date'), 60, random),
    'Places including estimates': textIn(real, 'Places'),
    ...(place ? publicPlace(real, place, random, names, index) : hiddenPlace),
    ...movedInspections(real, random, index),
  };
  return { cells, urn, kind: found.kind, isHome, word: place?.word ?? null };
}

const textIn = (cells: Cells, column: string): string => cells[column] ?? '';

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

function publicPlace(
  real: Cells,
  { word, name }: { readonly word: string; readonly name: string },
  random: Random,
  names: ReturnType<typeof namer>,
  index: number,
): Cells {
  const postcode = textIn(real, 'Postcode');
  const hasPhone = textIn(real, 'Telephone Number') !== '' || random.chance(0.5);
  return {
    Registered_Person_Name: `${word} Childcare Limited`,
    'Provider name': name,
    'Provider address line 1': names.street(),
    'Provider town': towns[postcode.split(' ')[0] ?? ''] ?? 'Manchester',
    Postcode: postcode,
    // Ofcom keeps 0161 496 0000 to 0999 for drama: they ring nowhere.
    'Telephone Number': hasPhone ? `0161 496 0${500 + index}` : '',
  };
}

/** Dates move by up to 25 days and numbers are made up, so that no result is a real place's own. */
function movedInspections(real: Cells, random: Random, index: number): Cells {
  const entries = inspections.flatMap((prefix, turn) => {
    const date = textIn(real, `${prefix}: Inspection date`);
    if (date === '') return [];
    return [
      [`${prefix}: Inspection number`, `S${100000 + index * 10 + turn}`],
      [`${prefix}: Inspection date`, moved(date, 25, random)],
      [`${prefix}: Overall effectiveness`, textIn(real, `${prefix}: Overall effectiveness`)],
    ] as const;
  });
  return Object.fromEntries(entries);
}

/** `DD/MM/YYYY` some days earlier. */
function moved(date: string, most: number, random: Random): string {
  const iso = isoDayOf(date);
  if (iso === null) return '';
  const [year, month, day] = addDays(iso, -random.whole(1, most)).split('-');
  return `${day}/${month}/${year}`;
}
