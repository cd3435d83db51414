import type { SampleDetails } from '#exchange/sample-details.ts';
import { agesOf } from './ages.ts';
import { inclusionOf, type Arranged } from './answers.ts';
import { contactsOf } from './contacts.ts';
import { descriptionOf } from './descriptions.ts';
import type { Geography } from './geography.ts';
import { homeOf, type HomeFacts } from './home.ts';
import { languagesOf } from './languages.ts';
import type { Namer } from './names.ts';
import { offerOf } from './offer.ts';
import { photosOf } from './photos.ts';
import { placeOf, type Place } from './place.ts';
import { registerOf } from './register.ts';
import type { SampleRow } from './registrations.ts';
import { schoolsOf } from './schools.ts';
import { welcomeOf } from './welcome.ts';

type Step = Parameters<typeof registerOf>[1];
export type Made = {
  readonly names: Namer;
  readonly geography: Geography;
  readonly arranged: Arranged | undefined;
  readonly step: Step;
};

/** All that is made up about one place; what it leaves out is "not said". */
export function detailsOf(row: SampleRow, made: Made): SampleDetails {
  const known = placeOf(row, made.geography, made.arranged !== undefined);
  const home = homeOf(known, made.names);
  const place = home?.label ? { ...known, name: home.label.name } : known;
  const register = registerOf(place, made.step);
  const told = toldOf(place, made);
  const tellsAnything = Object.values(told).some((value) => value !== undefined);
  return {
    urn: row.urn,
    ...(home && { home: home.home }),
    ...objectionsOf(place, home),
    ...contactsOf(place, made.names, home ? (home.label?.word ?? null) : row.word),
    ...(tellsAnything && { confirmed: confirmedOf(place) }),
    ...told,
    ...(Object.keys(register).length > 0 && { register }),
  };
}

/** What the place itself told us. */
function toldOf(place: Place, { geography, arranged, step }: Made): Omit<SampleDetails, 'urn'> {
  const ages = arranged ? { from: 3, to: 59 } : agesOf(place);
  const offer = offerOf(place, ages, step === 'suspended');
  const schools = schoolsOf(place, ages, geography);
  const languages = place.tells('languages', 0.75) ? languagesOf(place) : null;
  const photos = place.tells('photos', 0.35) ? photosOf(place) : [];
  return {
    ...proseOf(place, schools.length > 0),
    ...(place.tells('ages', 0.95) && { ages }),
    ...(place.alsoClub && { alsoKinds: ['out-of-school'] }),
    ...listed({ languages: languages ?? [], schools, photos }),
    ...(Object.keys(offer).length > 0 && { offer }),
    ...inclusionOf(place, { hours: offer.hours ?? [], languages, arranged }),
  };
}

function proseOf(place: Place, hasSchools: boolean) {
  const description = descriptionOf(place.row.kind, place.random('description'));
  return {
    ...(place.tells('description', 0.8) && { description }),
    ...welcomeOf(place, hasSchools),
  };
}

type Lists = Pick<SampleDetails, 'schools' | 'photos'> & { readonly languages: readonly string[] };

const listed = ({ languages, schools = [], photos = [] }: Lists) => ({
  ...(languages.length > 0 && { languages: [...languages] }),
  ...(schools.length > 0 && { schools }),
  ...(photos.length > 0 && { photos }),
});

/** From yesterday to two years ago. */
function confirmedOf({ random }: Place): number {
  const draw = random('confirmed');
  const [least, most] = draw.pick([
    [1, 14],
    [1, 45],
    [15, 90],
    [46, 180],
    [181, 365],
    [366, 730],
  ] as const);
  return draw.whole(least, most);
}

/** A few have told the council not to disclose what they had agreed to: that stands above it. */
function objectionsOf({ random }: Place, home: HomeFacts | null): Pick<SampleDetails, 'objects'> {
  const draw = random('objections');
  const objects = [
    ...(home?.label && draw.chance(0.03) ? (['name'] as const) : []),
    ...(home?.home.address && draw.chance(0.05) ? (['address'] as const) : []),
    ...(draw.chance(0.015) ? (['contact'] as const) : []),
  ];
  return objects.length > 0 ? { objects } : {};
}
