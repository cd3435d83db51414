import { describe, expect, test } from 'vitest';
import { registrationStep } from '#db/schema/directory-registration.ts';
import { importReport } from '#db/schema/exchange.ts';
import { allForSearch, getProvider } from '#directory/provider-store.ts';
import { importFeed } from '#exchange/import-feed.ts';
import { importPostcodes } from '#exchange/import-postcodes.ts';
import { recordOf, registration, takeFeed } from './feed-files.ts';
import { bytesOf, counts, done, realFeed, workshop } from './support.ts';

describe("the feed's nine cases", () => {
  test('are told apart: two are listed, one with a warning, the others are not', () => {
    const shop = workshop();
    const report = done(importFeed(shop.ctx, realFeed));
    expect(report).toMatchObject({
      ...{ kind: 'feed', added: 14, changed: 0, unchanged: 0, left: 1, refusedRows: [] },
      ...{ authority: 'Trafford', asAt: '2021-09-01' },
    });
    const listed = [...allForSearch(shop.db)].map(({ id }) => id);
    expect(listed.filter((id) => id.startsWith('ts'))).toEqual(['ts900005', 'ts900009']);
    expect(listed).toHaveLength(8);
    expect(shop.db.select().from(importReport).get()).toMatchObject({ kind: 'feed', left: 1 });
  });

  test.each([
    ['consent withheld', 'TS900001', ['Childminder One']],
    ['anonymity', 'TS900002', ['Childminder Two']],
    ['a refuge', 'TS900003', ['Refuge']],
    ['a military base', 'TS900004', ['Garrison']],
    ['consent withheld by a home childcarer', 'TS900008', ['Test Home Childcarer']],
  ])('%s: withheld, and nothing by which to find it is kept', (_, urn, names) => {
    const shop = workshop();
    takeFeed(shop, '2021-09-01', registration('EY458243'), registration(urn));
    expect(recordOf(shop, urn.toLowerCase())).toMatchObject({ withheld: true, leftOn: null });
    expect(getProvider(shop.db, urn.toLowerCase())).toBeNull();
    const bytes = bytesOf(shop);
    expect(bytes).toContain(urn);
    for (const text of [...names, '1 Test Street', 'M33 2AL', 'M332AL'])
      expect(bytes).not.toContain(text);
  });

  test('suspended: listed, with the step and its day', () => {
    const shop = workshop();
    takeFeed(shop, '2021-09-01', registration('TS900005'));
    expect(getProvider(shop.db, 'ts900005')).toMatchObject({
      name: 'Test Suspended Nursery',
      registration: { steps: [{ step: 'suspended', takenOn: '2010-01-09' }] },
      inspections: [{ framework: 'early-years', inspectedOn: '2021-07-01', overallGrade: 4 }],
    });
    const lifted = registration('TS900005').replaceAll('SUSP', 'ACTV');
    expect(counts(takeFeed(shop, '2021-09-02', lifted))).toMatchObject({ changed: 1 });
    expect(getProvider(shop.db, 'ts900005')?.registration?.steps).toEqual([]);
  });

  test('proposed: withheld until it is active', () => {
    const shop = workshop();
    takeFeed(shop, '2021-09-01', registration('TS900006'));
    expect(recordOf(shop, 'ts900006')).toMatchObject({ withheld: true });
    takeFeed(shop, '2021-09-02', registration('TS900006').replaceAll('PROP', 'ACTV'));
    expect(getProvider(shop.db, 'ts900006')).toMatchObject({ kind: 'childminder', name: null });
  });

  test('resigned: left, with the step', () => {
    const shop = workshop();
    expect(counts(takeFeed(shop, '2021-09-01', registration('TS900007')))).toMatchObject({
      left: 1,
    });
    expect(recordOf(shop, 'ts900007')).toMatchObject({ leftOn: '2021-09-01' });
    expect(shop.db.select().from(registrationStep).all()).toMatchObject([
      { step: 'removed-at-own-request', takenOn: '2001-08-01' },
    ]);
    expect(counts(takeFeed(shop, '2021-09-02', registration('TS900007')))).toMatchObject({
      ...{ unchanged: 1, left: 0 },
    });
  });

  test('a group on domestic premises: no name, no street, its district alone', () => {
    const shop = workshop();
    const table =
      'postcode,ward_code,ward_name,lsoa_code,la_code,la_name,lon,lat\nM33 2AL,E1,Sale,,,,-2.31357,53.42468';
    done(importPostcodes(shop.ctx, shop.write('p.csv', table)));
    takeFeed(shop, '2021-09-01', registration('TS900009'));
    expect(getProvider(shop.db, 'ts900009')).toMatchObject({
      ...{ kind: 'domestic-childcare', premises: 'domestic', name: null, address: null },
      ...{ outwardPostcode: 'M33', contacts: [], organisation: null },
      point: { latitude: 53.42, longitude: -2.31, precision: 'area' },
      registration: { carePeriods: ['all-year', 'overnight'] },
    });
    expect(bytesOf(shop)).not.toContain('Test Domestic Group');
  });
});

test('a home childcarer is never placed by the home of the child', () => {
  const shop = workshop();
  const text = registration('TS900008')
    .replace('<ProviderConsentWithheld>Y', '<ProviderConsentWithheld>N')
    .replace(
      /<SettingAddress>.*?<\/SettingAddress>/,
      '<SettingAddress><AddressLine1>The child</AddressLine1><Town>Hale</Town><Postcode>WA15 9XX</Postcode></SettingAddress>',
    );
  takeFeed(shop, '2021-09-01', text);
  expect(getProvider(shop.db, 'ts900008')).toMatchObject({
    ...{ kind: 'home-childcarer', premises: 'home', outwardPostcode: 'M33' },
    registration: { caresIn: ['child-home'], carePeriods: ['overnight', 'weekends'] },
  });
  expect(bytesOf(shop)).not.toContain('WA15');
});
