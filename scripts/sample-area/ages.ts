import type { SampleDetails } from '#exchange/sample-details.ts';
import type { Place } from './place.ts';

export type Ages = NonNullable<SampleDetails['ages']>;

/** Months, both ends included. */
export function agesOf({ row, alsoClub, random }: Place): Ages {
  const { pick } = random('ages');
  switch (row.kind) {
    case 'nursery':
    case 'domestic-childcare':
      return { from: pick([0, 3, 3, 6, 9, 24]), to: alsoClub ? 131 : 59 };
    case 'preschool':
      return { from: pick([24, 24, 30, 36]), to: 59 };
    case 'childminder':
      return { from: pick([0, 0, 6, 12]), to: pick([59, 95, 131, 143]) };
    case 'home-childcarer':
      return { from: 0, to: pick([131, 167]) };
    default:
      return { from: pick([36, 48, 48, 60]), to: pick([131, 143, 167]) };
  }
}

/** The part of one range that is in another; null when they do not meet. */
export function overlap(one: Ages, other: Ages): Ages | null {
  const both = { from: Math.max(one.from, other.from), to: Math.min(one.to, other.to) };
  return both.from <= both.to ? both : null;
}
