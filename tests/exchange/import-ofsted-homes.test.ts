import { expect, test } from 'vitest';
import { location, service, serviceAtLocation } from '#db/schema/directory.ts';
import { contact } from '#db/schema/directory-offer.ts';
import { getProvider } from '#directory/provider-store.ts';
import { importOfsted } from '#exchange/import-ofsted.ts';
import { importPostcodes } from '#exchange/import-postcodes.ts';
import {
  bytesOf,
  childminderRow,
  counts,
  done,
  nurseryRow,
  ofstedCsv,
  takeOfsted,
  trafford,
  workshop,
} from './support.ts';

const id = 'ey100001';
const postcodes =
  'postcode,ward_code,ward_name,lsoa_code,la_code,la_name,lon,lat\nM33 3SY,E1,Sale,,,,-2.3,53.4\nM33 3SZ,E1,Sale,,,,-2.4,53.5\nM33 9QX,E1,Sale,,,,-2.31357,53.42468';
// A postcode that the table may lack, so that every byte of it could only come from the file.
const secret = {
  'Provider name': 'Zebedee Quorn',
  'Provider address line 1': '7 Hidden Close',
  'Provider address line 2': 'Secretville',
  'Provider address line 3': 'Whispershire',
  'Provider town': 'Muffledham',
  Postcode: 'M33 9QX',
  'Telephone Number': '0161 496 0777',
  Registered_Person_Name: 'Zebedee Quorn Childcare Ltd',
  'Registered person URN': 'RP777777',
};
const homeTypes = ['Childminder', 'Home childcarer', 'Childcare on domestic premises'];
const homes = [...homeTypes, 'Childminder without domestic premises'].map((type, index) =>
  childminderRow({ ...secret, 'Provider type': type, 'Provider URN': `EY30000${index}` }),
);

test('a home keeps no more than its outward postcode, even when the file has it all', () => {
  const shop = workshop();
  done(
    importPostcodes(shop.ctx, shop.write('p.csv', postcodes.split('\n').slice(0, 3).join('\n'))),
  );
  expect(counts(takeOfsted(shop, '2021-08-31', homes))).toMatchObject({ added: 4 });
  for (const home of ['ey300000', 'ey300001', 'ey300002', 'ey300003']) {
    expect(getProvider(shop.db, home)).toMatchObject({
      ...{ name: null, address: null, contacts: [], organisation: null, ward: null },
      outwardPostcode: 'M33',
      point: { latitude: 53.45, longitude: -2.35, precision: 'area' },
    });
  }
  const bytes = bytesOf(shop);
  expect(bytes).toContain('EY300000');
  for (const text of [...Object.values(secret), 'M339QX', '9QX']) expect(bytes).not.toContain(text);
});

test("a home's point is that of its postcode rounded to about 1 km, and the postcode is dropped", () => {
  const shop = workshop();
  done(importPostcodes(shop.ctx, shop.write('p.csv', postcodes)));
  takeOfsted(shop, '2021-08-31', homes);
  const point = { latitude: 53.42, longitude: -2.31, precision: 'area' };
  expect(getProvider(shop.db, 'ey300000')?.point).toEqual(point);
  // Nor does it move to the middle of its district when the table of postcodes comes again.
  done(
    importPostcodes(shop.ctx, shop.write('p.csv', `${postcodes}\nM33 3ZZ,E1,Sale,,,,-2.9,53.9`)),
  );
  expect(getProvider(shop.db, 'ey300000')?.point).toEqual(point);
  expect(shop.db.select({ postcode: location.postcode }).from(location).all()).toEqual(
    homes.map(() => ({ postcode: null })),
  );
});

test('the database itself refuses a home with a full postcode', () => {
  const { db, ctx, write } = workshop();
  done(importOfsted(ctx, write('a.csv', ofstedCsv([childminderRow()])), trafford));
  expect(() => db.update(location).set({ postcode: 'M33 3SY' }).run()).toThrow(
    /location_home_address_is_not_kept/,
  );
});

test('a public place that becomes a home loses its name, its address and its point', () => {
  const shop = workshop();
  done(importPostcodes(shop.ctx, shop.write('p.csv', postcodes)));
  takeOfsted(shop, '2021-08-31', [nurseryRow({ Postcode: 'M33 3SY' })]);
  expect(getProvider(shop.db, id)?.point?.precision).toBe('postcode');
  takeOfsted(shop, '2021-09-30', [childminderRow({ 'Provider URN': 'EY100001' })]);
  expect(getProvider(shop.db, id)).toMatchObject({
    ...{ kind: 'childminder', premises: 'domestic', name: null, address: null, organisation: null },
  });
  expect(shop.db.select().from(location).get()).toMatchObject({
    ...{ addressLine1: null, town: null, postcode: null },
  });
});

test.each([
  ['name', { 'Provider name': 'REDACTED' }],
  ['street', { 'Provider address line 1': 'Redacted' }],
  ['postcode', { Postcode: 'RETN' }],
])('a public place whose %s Ofsted hides is withheld: it may be a refuge', (_, hidden) => {
  const shop = workshop();
  takeOfsted(shop, '2021-08-31', [nurseryRow()]);
  takeOfsted(shop, '2021-09-30', [nurseryRow(hidden)]);
  expect(getProvider(shop.db, id)).toBeNull();
  expect(shop.db.select().from(serviceAtLocation).get()).toMatchObject({ withheld: true });
  expect(shop.db.select().from(service).get()?.name).toBeNull();
  expect(shop.db.select().from(location).get()).toMatchObject({
    ...{ addressLine1: null, postcode: null, latitude: null },
  });
  expect(shop.db.select().from(contact).all()).toEqual([]);
  takeOfsted(shop, '2021-10-31', [nurseryRow()]);
  expect(getProvider(shop.db, id)).toMatchObject({ name: 'Test Nursery', phone: '0161 496 0001' });
});
