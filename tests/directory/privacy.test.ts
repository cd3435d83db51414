import { describe, expect, test } from 'vitest';
import {
  consentedHome,
  location,
  organisation,
  service,
  serviceAtLocation,
} from '#db/schema/directory.ts';
import { contact } from '#db/schema/directory-offer.ts';
import { registration } from '#db/schema/directory-registration.ts';
import { roundedPoint } from '#directory/rounded-point.ts';
import { getProvider } from '#directory/provider-store.ts';
import { searchDocument } from '#directory/search-documents.ts';
import { openTestApp } from '../support/test-app.ts';

type Standing = Partial<typeof serviceAtLocation.$inferInsert>;
type Consent = Partial<typeof consentedHome.$inferInsert>;

/** A childminder of whom the council knows the most that it may keep. */
function childminder(standing: Standing = {}, consent?: Consent) {
  const { db } = openTestApp();
  const id = 'ey300001';
  const from = { source: 'ofsted', asAt: '2026-11-01' };
  db.insert(organisation)
    .values({ id: 'rp1', name: 'Qzperson Qzname', isPerson: true, address: '9 Qzlane', ...from })
    .run();
  db.insert(service)
    .values({ id, organisationId: 'rp1', name: 'Qzservicename', kind: 'childminder' })
    .run();
  db.insert(location)
    .values({
      ...{ id, premises: 'domestic', authority: 'Trafford', name: 'Qzhouse' },
      ...{ outwardPostcode: 'M33', wardCode: 'E1', wardName: 'Qzward' },
      ...{ latitude: 53.42, longitude: -2.32, pointPrecision: 'area' },
    })
    .run();
  db.insert(serviceAtLocation)
    .values({ id, serviceId: id, locationId: id, ...from, ...standing })
    .run();
  db.insert(registration)
    .values({ serviceAtLocationId: id, urn: 'EY300001', ofstedType: 'Childminder' })
    .run();
  db.insert(contact)
    .values({ id: 'c1', serviceAtLocationId: id, kind: 'phone', value: '0161 496 0777' })
    .run();
  if (consent) {
    db.insert(consentedHome)
      .values({ serviceAtLocationId: id, ...from, ...consent })
      .run();
  }
  return getProvider(db, id);
}

const wholeConsent: Consent = {
  name: 'Otter Childminding',
  addressLine1: '4 Otter Lane',
  town: 'Sale',
  postcode: 'M33 2DH',
  latitude: 53.42123,
  longitude: -2.32456,
};

describe('a home', () => {
  test('without consent shows its district and a point to about a kilometre, and no more', () => {
    const shown = childminder();
    expect(shown).toMatchObject({ name: null, organisation: null, address: null, ward: null });
    expect(shown).toMatchObject({ outwardPostcode: 'M33', locationName: null });
    expect(shown?.point).toEqual({ latitude: 53.42, longitude: -2.32, precision: 'area' });
    const document = shown && searchDocument(shown, { today: '2026-11-23', kindWords: () => '' });
    expect(JSON.stringify([shown, document])).not.toMatch(/qz/i);
  });

  test('with consent to its name alone shows that, and still no street and no pin', () => {
    const shown = childminder({}, { name: 'Otter Childminding' });
    expect(shown?.name).toBe('Otter Childminding');
    expect(shown?.address).toBeNull();
    expect(shown?.point?.precision).toBe('area');
  });

  test('with consent to its address shows it, and where it is', () => {
    const shown = childminder({}, wholeConsent);
    expect(shown?.address).toEqual({ lines: ['4 Otter Lane'], town: 'Sale', postcode: 'M33 2DH' });
    expect(shown?.point).toMatchObject({ latitude: 53.42123, precision: 'postcode' });
  });

  test('that told the council not to disclose is not disclosed, whatever it told Ofsted', () => {
    expect(childminder({ hidesName: true }, wholeConsent)?.name).toBeNull();
    const hidden = childminder({ hidesAddress: true }, wholeConsent);
    expect(hidden?.address).toBeNull();
    expect(hidden?.point).toEqual({ latitude: 53.42, longitude: -2.32, precision: 'area' });
    const quiet = childminder({ hidesContact: true }, wholeConsent);
    expect(quiet).toMatchObject({ contacts: [], phone: null });
  });
});

test.each<[string, Standing]>([
  ['withheld by the source', { withheld: true }],
  ['opted out by the council', { optedOut: true }],
  ['gone', { leftOn: '2026-11-01' }],
])('a place that is %s is nowhere, consent or not', (_, standing) => {
  expect(childminder(standing, wholeConsent)).toBeNull();
});

test('a point to about a kilometre has two decimals', () => {
  expect(roundedPoint({ latitude: 53.427777, longitude: -2.324999 })).toEqual({
    ...{ latitude: 53.43, longitude: -2.32, precision: 'area' },
  });
});
