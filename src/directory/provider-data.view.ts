import type { Provider } from './provider.ts';
import { webLink } from './provider-facts.view.ts';
import { groupOf, type ServiceKind } from './taxonomy.ts';

type Shown = { readonly name: string; readonly url: string; readonly origin: string };

/**
 * The place as schema.org data for search engines: nothing but what the page shows, and never a
 * point for a home. The text may stand inside a script element: it holds no `<`.
 */
export function providerData(provider: Provider, { name, url, origin }: Shown): string {
  const data = {
    '@context': 'https://schema.org',
    '@type': typeOf(provider.kind),
    '@id': url,
    url,
    name,
    description: provider.description ?? undefined,
    telephone: provider.phone ?? undefined,
    email: provider.email ?? undefined,
    sameAs: webLink(provider.website ?? '') ?? undefined,
    image: provider.photos.map(({ path }) => new URL(path, origin).href),
    address: addressData(provider),
    geo: geoData(provider),
    openingHoursSpecification: hoursData(provider),
  };
  return JSON.stringify(data, dropEmpty).replaceAll('<', '\\u003c');
}

const dropEmpty = (_key: string, value: unknown): unknown =>
  Array.isArray(value) && value.length === 0 ? undefined : value;

const types: Readonly<Partial<Record<ServiceKind, string>>> = {
  preschool: 'Preschool',
  'school-nursery': 'Preschool',
  library: 'Library',
  school: 'School',
  leisure: 'SportsActivityLocation',
  gp: 'MedicalClinic',
  jobcentre: 'GovernmentOffice',
  'family-hub': 'GovernmentOffice',
  'childrens-centre': 'GovernmentOffice',
};

function typeOf(kind: ServiceKind): string {
  const own = types[kind];
  if (own !== undefined) return own;
  const group = groupOf(kind);
  if (group === 'childcare') return 'ChildCare';
  return group === 'health' ? 'MedicalBusiness' : 'LocalBusiness';
}

function addressData({ address }: Provider) {
  if (address === null) return undefined;
  return {
    '@type': 'PostalAddress',
    streetAddress: address.lines.length === 0 ? undefined : address.lines.join(', '),
    addressLocality: address.town ?? undefined,
    postalCode: address.postcode ?? undefined,
    addressCountry: 'GB',
  };
}

function geoData({ premises, point, address }: Provider) {
  if (premises !== 'non-domestic' || address === null || point?.precision !== 'postcode')
    return undefined;
  return { '@type': 'GeoCoordinates', latitude: point.latitude, longitude: point.longitude };
}

const days = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** Only hours that hold all year, or are not said to hold for a part of it. */
const hoursData = ({ schedule }: Provider) =>
  schedule
    .filter(({ term }) => term === 'all-year' || term === 'not-said')
    .map(({ day, opens, closes }) => ({
      '@type': 'OpeningHoursSpecification',
      dayOfWeek: `https://schema.org/${days[day - 1] ?? ''}`,
      opens,
      closes,
    }));
