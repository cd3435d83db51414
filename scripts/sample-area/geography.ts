import { milesBetween, type Point } from '#platform/search/miles-between.ts';
import type { Cells } from './registrations.ts';

export type Postcode = Point & { readonly display: string; readonly outward: string };
export type School = Point & { readonly urn: string; readonly name: string };

/** The real area: where its postcodes are, and its primary schools that are open. */
export function geographyOf(postcodes: readonly Cells[], schools: readonly Cells[]) {
  const known = new Map(postcodes.map((cells) => [cells['postcode'] ?? '', postcodeOf(cells)]));
  const byOutward = Map.groupBy(known.values(), ({ outward }) => outward);
  const primaries = schools.flatMap((cells) => schoolOf(cells, known));
  return {
    postcode: (display: string): Postcode | null => known.get(display) ?? null,
    in: (outward: string): readonly Postcode[] => byOutward.get(outward) ?? [],
    nearestSchools: (point: Point, count: number): readonly School[] =>
      primaries
        .map((school) => ({ school, miles: milesBetween(point, school) }))
        .sort((one, other) => one.miles - other.miles)
        .slice(0, count)
        .map(({ school }) => school),
  };
}
export type Geography = ReturnType<typeof geographyOf>;

function postcodeOf(cells: Cells): Postcode {
  const display = cells['postcode'] ?? '';
  return {
    display,
    outward: display.split(' ')[0] ?? '',
    latitude: Number(cells['lat']),
    longitude: Number(cells['lon']),
  };
}

function schoolOf(cells: Cells, known: ReadonlyMap<string, Postcode>): readonly School[] {
  const place = known.get(cells['Postcode'] ?? '');
  const isPrimary = cells['PhaseOfEducation (name)'] === 'Primary';
  if (!place || !isPrimary || cells['EstablishmentStatus (name)'] !== 'Open') return [];
  const { latitude, longitude } = place;
  return [{ urn: cells['URN'] ?? '', name: cells['EstablishmentName'] ?? '', latitude, longitude }];
}
