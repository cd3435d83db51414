import { describe, expect, test } from 'vitest';
import type { Provider } from '#directory/provider.ts';
import { viewOf } from './view-of.ts';

const home: Partial<Provider> = {
  ...{ id: 'home', kind: 'childminder', premises: 'domestic', name: null, address: null },
  point: { latitude: 53.42, longitude: -2.32, precision: 'area' },
};
const consented: Partial<Provider> = {
  ...home,
  name: 'Bluebell Childminding',
  address: { lines: ['7 Larch Avenue'], town: 'Sale', postcode: 'M33 4AB' },
  point: { latitude: 53.41312, longitude: -2.31723, precision: 'postcode' },
};

describe('a home without consent', () => {
  test('has no address, no point and no way to a map', () => {
    const { travel, head } = viewOf(home);
    expect(travel).toMatchObject({ lines: [], route: null, mapHref: null });
    expect(travel.withheld).toContain('only roughly where it is: M33');
    expect(head.name).toBe('Childminder in M33');
  });

  test('has only its kind and page in the data for search engines', () => {
    expect(JSON.parse(viewOf(home).data)).toEqual({
      '@context': 'https://schema.org',
      '@type': 'ChildCare',
      '@id': 'https://fis.example/provider/home',
      url: 'https://fis.example/provider/home',
      name: 'Childminder in M33',
    });
  });

  test('its coordinates stand nowhere in the page', () => {
    expect(JSON.stringify({ ...viewOf(home), qr: null })).not.toMatch(/53\.4|2\.32/);
  });
});

test('a home with consent shows its address, and still no point', () => {
  const shown = viewOf(consented);
  expect(shown.travel.lines).toEqual(['7 Larch Avenue', 'Sale', 'M33 4AB']);
  expect(shown.travel.mapHref).toBeNull();
  const data: unknown = JSON.parse(shown.data);
  expect(data).toMatchObject({ address: { postalCode: 'M33 4AB' } });
  expect(JSON.stringify({ ...shown, qr: null })).not.toContain('53.413');
});

test('a public place whose address is withheld has no point either', () => {
  const hidden = viewOf({
    address: null,
    point: { latitude: 53.42, longitude: -2.32, precision: 'area' },
  });
  expect(hidden.travel.mapHref).toBeNull();
  expect(hidden.data).not.toContain('geo');
});

describe('data for search engines', () => {
  const data = (place: Partial<Provider>): Record<string, unknown> => {
    const parsed: unknown = JSON.parse(viewOf(place).data);
    return { ...(parsed as object) };
  };

  test('only what the page shows, of a public place', () => {
    expect(
      data({
        phone: '0161 496 0321',
        website: 'javascript:alert(1)',
        description: 'A nursery',
        schedule: [
          {
            day: 1,
            opens: '08:00',
            closes: '18:00',
            term: 'all-year',
            session: null,
            isFunded: false,
          },
          {
            day: 6,
            opens: '08:00',
            closes: '12:00',
            term: 'holidays',
            session: null,
            isFunded: false,
          },
        ],
      }),
    ).toEqual({
      '@context': 'https://schema.org',
      '@type': 'ChildCare',
      '@id': 'https://fis.example/provider/quiet',
      url: 'https://fis.example/provider/quiet',
      name: 'Quiet Nursery',
      description: 'A nursery',
      telephone: '0161 496 0321',
      address: {
        '@type': 'PostalAddress',
        streetAddress: '1 Quiet Road',
        addressLocality: 'Sale',
        postalCode: 'M33 2DH',
        addressCountry: 'GB',
      },
      geo: { '@type': 'GeoCoordinates', latitude: 53.42, longitude: -2.32 },
      openingHoursSpecification: [
        {
          '@type': 'OpeningHoursSpecification',
          dayOfWeek: 'https://schema.org/Monday',
          opens: '08:00',
          closes: '18:00',
        },
      ],
    });
  });

  test.each([
    ['preschool', 'Preschool'],
    ['library', 'Library'],
    ['family-hub', 'GovernmentOffice'],
    ['speech-and-language', 'MedicalBusiness'],
    ['food-bank', 'LocalBusiness'],
  ] as const)('%s is a %s', (kind, type) => {
    expect(data({ kind })['@type']).toBe(type);
  });

  test('nothing in it can end the element that holds it', () => {
    const { data: text } = viewOf({ description: '</script><script>alert(1)</script><!--' });
    expect(text).not.toContain('<');
    expect(JSON.parse(text)).toMatchObject({
      description: '</script><script>alert(1)</script><!--',
    });
  });
});
