import type { SampleDetails } from '#exchange/sample-details.ts';
import type { Namer, PlaceName } from './names.ts';
import type { Place } from './place.ts';
import { townOf } from './registrations.ts';

type Home = NonNullable<SampleDetails['home']>;
export type HomeFacts = { readonly home: Home; readonly label: PlaceName | null };

/** A third have agreed to nothing, most of the others to their name alone. */
const agreements = [
  ...Array.from({ length: 7 }, () => 'nothing' as const),
  ...Array.from({ length: 9 }, () => 'name' as const),
  ...Array.from({ length: 5 }, () => 'address' as const),
];

/** What a home agreed to have published, made up; null for a place that is not one. */
export function homeOf({ row, postcode, random }: Place, names: Namer): HomeFacts | null {
  if (!row.isHome) return null;
  const draw = random('consent');
  // Home childcarers work in the families' homes: there is no address of theirs to publish.
  const drawn = draw.pick(agreements);
  const agreed = row.kind === 'home-childcarer' && drawn === 'address' ? 'name' : drawn;
  const round = (degrees: number) => Math.round(degrees * 100) / 100;
  const { outward, display } = postcode;
  const where = {
    outward,
    about: [round(postcode.latitude), round(postcode.longitude)] satisfies Home['about'],
  };
  if (agreed === 'nothing') {
    const withdrew = draw.chance(0.2) && { withdrew: true as const };
    return { home: { ...where, ...withdrew }, label: null };
  }
  const label = names.place(row.kind);
  const named = { ...where, name: label.name };
  if (agreed === 'name') return { home: named, label };
  const address = { line: names.street(), town: townOf(outward), postcode: display };
  return { home: { ...named, address }, label };
}
