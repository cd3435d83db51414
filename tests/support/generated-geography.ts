import type { Random } from '../platform/search/random.ts';

export type GeneratedPostcode = {
  readonly display: string;
  readonly latitude: number;
  readonly longitude: number;
};
export type GeneratedTown = {
  readonly name: string;
  readonly outward: string;
  readonly latitude: number;
  readonly longitude: number;
  readonly postcodes: readonly [GeneratedPostcode, ...GeneratedPostcode[]];
};

const near = [
  ['Sale', 'M33', 53.42, -2.32],
  ['Urmston', 'M41', 53.45, -2.36],
  ['Altrincham', 'WA14', 53.39, -2.36],
  ['Timperley', 'WA15', 53.4, -2.32],
  ['Stretford', 'M32', 53.45, -2.31],
  ['Partington', 'M31', 53.42, -2.43],
] as const;

const postcodesEach = 100;
/** How many records the towns around Sale hold before others come, and how many each other holds. */
const [heldHere, heldThere] = [5000, 700] as const;
const letters = [...'ABDEFGHJLNPQRSTUWXYZ'] as const;

/** Towns with their postcodes for so many records: those around Sale, then others over England. */
export function generatedTowns(
  random: Random,
  count: number,
): readonly [GeneratedTown, ...GeneratedTown[]] {
  const others = Math.max(0, Math.ceil((count - heldHere) / heldThere));
  const [sale, ...rest] = near;
  return [
    townAt(random, sale),
    ...rest.map((town) => townAt(random, town)),
    ...Array.from({ length: others }, (_, number) =>
      townAt(random, [`Town ${wordOf(number)}`, outwardOf(number), ...someWhere(random)]),
    ),
  ];
}

const someWhere = (random: Random) => [50.8 + random.next() * 4, -3 + random.next() * 3.2] as const;

/** Digits would be left out of a name as it is compared. */
const wordOf = (number: number): string =>
  [...String(number)].map((digit) => letters[Number(digit)] ?? 'A').join('');

const outwardOf = (number: number): string =>
  `${letters[number % letters.length] ?? 'A'}${letters[Math.floor(number / 20) % letters.length] ?? 'A'}${Math.floor(number / 400) + 1}`;

function townAt(
  random: Random,
  [name, outward, latitude, longitude]: readonly [string, string, number, number],
): GeneratedTown {
  const postcodeAt = (number: number): GeneratedPostcode => ({
    display: `${outward} ${inwardOf(number)}`,
    // To the metre, as the postcode files have them.
    latitude: to5(latitude + (random.next() + random.next() - 1) * 0.03),
    longitude: to5(longitude + (random.next() + random.next() - 1) * 0.045),
  });
  const rest = Array.from({ length: postcodesEach - 1 }, (_, number) => postcodeAt(number + 1));
  return { name, outward, latitude, longitude, postcodes: [postcodeAt(0), ...rest] };
}

const to5 = (degrees: number): number => Math.round(degrees * 1e5) / 1e5;

/** `2DH` first; never a letter that postcodes do not use. */
const inwardOf = (number: number): string =>
  number === 0
    ? '2DH'
    : `${number % 10}${letters[Math.floor(number / 10)] ?? 'A'}${letters[number % letters.length] ?? 'A'}`;
