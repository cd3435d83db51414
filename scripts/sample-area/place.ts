import type { Geography, Postcode } from './geography.ts';
import { randomOf, type Random } from './random.ts';
import { textIn, type SampleRow } from './registrations.ts';

/** A place of the sample before its details are made up. */
export type Place = {
  readonly row: SampleRow;
  /** Its name is known to all; a home's is made up only with its consent. */
  readonly name: string;
  readonly postcode: Postcode;
  readonly onEarlyYears: boolean;
  /** A nursery that also fetches children from school. */
  readonly alsoClub: boolean;
  /** A chance of this place and topic alone. */
  readonly random: (topic: string) => Random;
  /** Whether it says anything of a topic that `share` of the places that tell all speak of. */
  readonly tells: (topic: string, share?: number) => boolean;
};

/** The districts of each constituency, as often as homes are found there. */
const districts: Readonly<Record<string, readonly string[]>> = {
  'Altrincham and Sale West': ['WA14', 'WA14', 'WA15', 'WA15', 'M33'],
  'Stretford and Urmston': ['M41', 'M41', 'M41', 'M32', 'M32', 'M16', 'M31'],
  'Wythenshawe and Sale East': ['M33'],
};

/** How much places tell: some nothing, some little, most much of it, some all. */
const openness = [0, 0, 0.3, 0.3, 0.3, 0.8, 0.8, 0.8, 0.8, 0.9, 0.9, 1, 1, 1, 1];

export function placeOf(row: SampleRow, geography: Geography, tellsAll: boolean): Place {
  const random = (topic: string) => randomOf(`${row.urn}/${topic}`);
  const open = tellsAll ? 1 : random('openness').pick(openness);
  return {
    row,
    name: textIn(row.cells, 'Provider name'),
    postcode: row.isHome ? homePostcode(row, geography) : publicPostcode(row, geography),
    onEarlyYears: textIn(row.cells, 'Provider Early Years Register Flag') === 'Y',
    alsoClub: !tellsAll && isAlsoClub(row, random('also club')),
    random,
    tells: (topic, share = 1) =>
      (tellsAll && share >= 0.5) || random(`tells ${topic}`).chance(share * open),
  };
}

/** Some of the nurseries on the Childcare Register are. */
const isAlsoClub = ({ kind, cells }: SampleRow, { chance }: Random): boolean =>
  kind === 'nursery' &&
  textIn(cells, 'Provider Compulsory Childcare Register Flag') === 'Y' &&
  chance(0.2);

function publicPostcode({ cells }: SampleRow, geography: Geography): Postcode {
  const text = textIn(cells, 'Postcode');
  const found = geography.postcode(text);
  if (!found) throw new Error(`The postcode ${text} is not in the table`);
  return found;
}

/** Where a home is made up to be: any postcode of its constituency's districts. */
function homePostcode({ cells, urn }: SampleRow, geography: Geography): Postcode {
  const random = randomOf(`${urn}/where`);
  const constituency = textIn(cells, 'Parliamentary constituency');
  return random.pick(geography.in(random.pick(districts[constituency] ?? ['M33'])));
}
