import { placeKey } from '#directory/place-name.ts';
import { milesBetween, type Point } from '#platform/search/miles-between.ts';

/** A ward, locality or authority, the middle of its postcodes, and how many they are. */
export type Area = Point & {
  readonly name: string;
  /** Null for an authority, and where it is not known. */
  readonly authority: string | null;
  readonly postcodes: number;
};

export type Place = Point & { readonly key: string; readonly name: string };

/** Areas of one name within so many miles of their middle are one place. */
const onePlaceMiles = 6;

/**
 * What may be typed for areas of one type. A name made of several ("Gorse Hill & Cornbrook") is also
 * each of them. Areas far apart with one name are told apart by their authority: "Central, Swindon".
 */
export function placesOf(areas: readonly Area[]): readonly Place[] {
  const named = areas.flatMap((area) => namesIn(area.name).map((name) => ({ ...area, name })));
  const byKey = Map.groupBy(named, ({ name }) => placeKey(name));
  byKey.delete('');
  return [...byKey].flatMap(([key, alike]) => {
    const middle = middleOf(alike);
    const together = alike.every((one) => milesBetween(middle, one) <= onePlaceMiles);
    return together ? [{ key, name: alike[0]?.name ?? key, ...middle }] : apart(alike);
  });
}

function namesIn(name: string): readonly string[] {
  const parts = name
    .split(/\s*[,&/]\s*|\s+and\s+/i)
    .filter((part) => part.length > 2 && !/^(city|county) of$/i.test(part));
  return [...new Set([name, ...parts])];
}

function apart(alike: readonly Area[]): readonly Place[] {
  const byAuthority = Map.groupBy(alike, ({ authority }) => authority);
  return [...byAuthority].flatMap(([authority, areas]) => {
    const name = areas[0]?.name;
    if (authority === null || name === undefined) return [];
    const full = `${name}, ${authority}`;
    return [{ key: placeKey(full), name: full, ...middleOf(areas) }];
  });
}

function middleOf(areas: readonly Area[]): Point {
  const all = areas.reduce((sum, { postcodes }) => sum + postcodes, 0);
  const mean = (of: (area: Area) => number) =>
    areas.reduce((sum, area) => sum + of(area) * area.postcodes, 0) / all;
  return { latitude: mean((area) => area.latitude), longitude: mean((area) => area.longitude) };
}
