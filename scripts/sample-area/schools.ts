import type { SampleDetails } from '#exchange/sample-details.ts';
import type { Ages } from './ages.ts';
import type { Geography } from './geography.ts';
import type { Place } from './place.ts';

/** How many of those that tell take and fetch children: not a nanny, nor a nursery as such. */
const shares: Readonly<Record<string, number>> = {
  childminder: 0.7,
  'out-of-school': 0.9,
};
const schoolAge = 60;

/** Real primary schools near a place that takes children of school age. */
export function schoolsOf(
  place: Place,
  ages: Ages,
  geography: Geography,
): NonNullable<SampleDetails['schools']> {
  const share = place.alsoClub ? 1 : (shares[place.row.kind] ?? 0);
  if (ages.to < schoolAge || !place.tells('schools', share)) return [];
  const draw = place.random('schools');
  const most = place.row.isHome ? 3 : 5;
  const near = geography.nearestSchools(place.postcode, most + 1);
  return draw
    .some(near, 1, most)
    .map(({ urn, name }) => ({ urn, name }))
    .toSorted((one, other) => (one.urn < other.urn ? -1 : 1));
}
