import type { SampleOffer } from '#exchange/sample-offer.ts';
import { overlap, type Ages } from './ages.ts';
import type { Place } from './place.ts';
import type { Random } from './random.ts';

type Vacancies = NonNullable<SampleOffer['vacancies']>;

/** The rooms of a nursery, and children of school age. */
const bands: readonly Ages[] = [
  { from: 0, to: 23 },
  { from: 24, to: 35 },
  { from: 36, to: 59 },
  { from: 60, to: 143 },
];

/** Free places by age and day; some are full, and one in five said so too long ago to count. */
export function vacanciesOf({ row, random }: Place, ages: Ages): Vacancies {
  const draw = random('vacancies');
  const daysAgo = draw.chance(0.2) ? draw.whole(100, 420) : draw.pick([1, 3, 6, 10, 20, 35, 60]);
  if (draw.chance(0.22)) return { daysAgo, free: [{ ages, places: 0 }] };
  const rooms = bands.flatMap((band) => overlap(band, ages) ?? []);
  const most = row.isHome ? 1 : 3;
  const free = draw
    .some(rooms, 1, most)
    .toSorted((one, other) => one.from - other.from)
    .flatMap((room) => inRoom(room, row.isHome ? 2 : 5, draw));
  return { daysAgo, free };
}

function inRoom(ages: Ages, mostPlaces: number, draw: Random): Vacancies['free'] {
  const soon = draw.chance(0.55) ? undefined : draw.pick([14, 28, 45, 75, 120, 200]);
  const days = draw.chance(0.4) ? [undefined] : draw.some([1, 2, 3, 4, 5], 1, 4).toSorted();
  return days.map((day) => ({
    ages,
    ...(day !== undefined && { day }),
    places: draw.whole(1, mostPlaces),
    ...(soon !== undefined && { inDays: soon }),
  }));
}
