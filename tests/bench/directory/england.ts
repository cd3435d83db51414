import type { Random } from '../../platform/search/random.ts';

type Point = { readonly latitude: number; readonly longitude: number };
export type Postcode = Point & {
  readonly display: string;
  readonly outward: string;
  readonly wardCode: string;
  readonly wardName: string;
};

const townCount = 48;
const districtsOfTown = 9;
const postcodesOfDistrict = 40;
/** How many of a hundred places lie in no town. */
const ruralShare = 0.12;
const inwardLetters = 'ABDEFGHJLNPQRSTUWXYZ';

const anywhere = (random: Random): Point => ({
  latitude: 50.4 + random.next() * 4.6,
  longitude: -3.5 + random.next() * 4.5,
});

/** A bell curve between -1.5 and 1.5. */
const normal = (random: Random): number => random.next() + random.next() + random.next() - 1.5;

/** Invented postcodes around invented towns, and some in the country between them. */
export function inventPostcodes(random: Random): readonly Postcode[] {
  return Array.from({ length: townCount }, (_, town) => {
    const centre = anywhere(random);
    return Array.from({ length: districtsOfTown * postcodesOfDistrict }, (__, number) => {
      const point = random.chance(ruralShare)
        ? anywhere(random)
        : {
            latitude: centre.latitude + normal(random) * 0.08,
            longitude: centre.longitude + normal(random) * 0.13,
          };
      return { ...point, ...codeOf(town, number) };
    });
  }).flat();
}

function codeOf(town: number, number: number): Omit<Postcode, keyof Point> {
  const district = Math.floor(number / postcodesOfDistrict);
  const place = number % postcodesOfDistrict;
  const letters = `${inwardLetters.charAt(town % 20)}${inwardLetters.charAt(Math.floor(town / 20))}`;
  const outward = `${letters}${district + 1}`;
  const unit = `${inwardLetters.charAt(place % 20)}${inwardLetters.charAt(Math.floor(place / 20))}`;
  const wardName = `Ward ${town + 1}.${district + 1}`;
  return { outward, display: `${outward} ${place % 10}${unit}`, wardCode: outward, wardName };
}

/** One of the postcodes; the first towns are the great ones. */
export function pickPostcode(random: Random, postcodes: readonly Postcode[]): Postcode {
  const town = Math.floor(townCount * random.next() ** 2);
  const ofTown = districtsOfTown * postcodesOfDistrict;
  const found = postcodes[town * ofTown + random.whole(ofTown)];
  if (!found) throw new Error('There are no postcodes');
  return found;
}
