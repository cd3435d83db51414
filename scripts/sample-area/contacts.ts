import type { SampleDetails } from '#exchange/sample-details.ts';
import type { Namer } from './names.ts';
import type { Place } from './place.ts';

type Contacts = NonNullable<SampleDetails['contacts']>;

/** `word` is the made-up word of its name; a home that agreed to no name has none. */
export function contactsOf(
  place: Place,
  names: Namer,
  word: string | null,
): Pick<SampleDetails, 'contacts'> {
  const contacts =
    word === null ? unpublishedPhone(place, names) : published(place, names, word.toLowerCase());
  return contacts.length === 0 ? {} : { contacts };
}

/** The register gives a public place its first phone; these are the ones it tells us itself. */
function published({ row, tells, random }: Place, names: Namer, word: string): Contacts {
  const draw = random('contacts');
  const second = draw.pick(['Bookings', 'Office', 'When we are closed']);
  return [
    ...(row.isHome && tells('phone', 0.8)
      ? [{ kind: 'phone' as const, value: names.phone() }]
      : []),
    ...(!row.isHome && tells('second phone', 0.3)
      ? [{ kind: 'phone' as const, value: names.phone(), label: second }]
      : []),
    ...(tells('email', 0.75) ? [{ kind: 'email' as const, value: `hello@${word}.example` }] : []),
    ...(!row.isHome && tells('second email', 0.15)
      ? [{ kind: 'email' as const, value: `send@${word}.example`, label: 'Special needs lead' }]
      : []),
    ...(tells('website', 0.6)
      ? [{ kind: 'website' as const, value: `https://${word}.example` }]
      : []),
    ...(tells('social', 0.15)
      ? [{ kind: 'social' as const, value: `https://social.example/${word}` }]
      : []),
  ];
}

/** The council can ring a home that published nothing; nobody else may. */
const unpublishedPhone = ({ random }: Place, names: Namer): Contacts =>
  random('unpublished phone').chance(0.5)
    ? [{ kind: 'phone', value: names.phone(), unpublished: true }]
    : [];
