import { beforeAll, expect, test } from 'vitest';
import { consentedHome, serviceAtLocation } from '#db/schema/directory.ts';
import { contact } from '#db/schema/directory-offer.ts';
import { postcode } from '#db/schema/geography.ts';
import { allForSearch } from '#directory/provider-store.ts';
import type { Provider } from '#directory/provider.ts';
import { loadSampleArea } from '#exchange/load-sample-area.ts';
import { sharedWorkshop } from './support.ts';

const { ctx, db } = sharedWorkshop();
let homes: readonly Provider[] = [];
beforeAll(() => {
  expect(loadSampleArea(ctx)).toEqual({ ok: true, value: 'loaded' });
  homes = [...allForSearch(db)].filter(
    ({ premises, registration }) => registration !== null && premises !== 'non-domestic',
  );
});
const agreed = () =>
  new Map(
    db
      .select()
      .from(consentedHome)
      .all()
      .map((row) => [row.serviceAtLocationId, row]),
  );
test('a third of homes agreed to nothing, most of the others to their name alone', () => {
  expect(homes).toHaveLength(234);
  const rows = [...agreed().values()];
  const withAddress = rows.filter((row) => row.postcode !== null).length;
  expect(rows.length).toBeGreaterThan(234 * 0.6);
  expect(rows.length).toBeLessThan(234 * 0.72);
  expect(withAddress).toBeGreaterThan(30);
  expect(withAddress).toBeLessThan(rows.length / 2);
});

test('one that agreed to nothing shows no name, street, point, telephone, mail or website', () => {
  const known = agreed();
  const silent = homes.filter(({ id }) => !known.has(id));
  expect(silent.length).toBeGreaterThan(60);
  for (const home of silent) {
    expect(home).toMatchObject({ name: null, organisation: null, address: null, ward: null });
    expect(home.contacts).toEqual([]);
    expect(home.point?.precision).toBe('area');
    expect(home.outwardPostcode).toMatch(/^(?:M|WA)\d+$/);
  }
  const ids = new Set(silent.map(({ id }) => id));
  const held = db
    .select()
    .from(contact)
    .all()
    .filter(({ serviceAtLocationId: id }) => ids.has(id));
  expect(held.length).toBeGreaterThan(20);
});

test('a home without an address is within a rounded square; one with it, at its postcode', () => {
  const points = new Map(
    db
      .select()
      .from(postcode)
      .all()
      .map(({ display, latitude, longitude }) => [display, { latitude, longitude }]),
  );
  for (const { address, point } of homes) {
    const shown = address?.postcode ?? null;
    if (shown !== null) {
      expect(point).toEqual({ ...points.get(shown), precision: 'postcode' });
    } else {
      const { latitude = 0, longitude = 0 } = point ?? {};
      expect([latitude, longitude]).toEqual([
        Number(latitude.toFixed(2)),
        Number(longitude.toFixed(2)),
      ]);
      expect(point?.precision).toBe('area');
    }
  }
  const squares = new Set(homes.map(({ point }) => JSON.stringify(point)));
  expect(squares.size).toBeGreaterThan(60);
});

test('what a home told the council to keep to itself is hidden, whatever it had agreed to', () => {
  const known = agreed();
  const standing = new Map(
    db
      .select()
      .from(serviceAtLocation)
      .all()
      .map((row) => [row.id, row]),
  );
  const hides = (which: 'hidesName' | 'hidesAddress' | 'hidesContact') =>
    homes.filter(({ id }) => known.has(id) && standing.get(id)?.[which] === true);
  expect(hides('hidesName').length).toBeGreaterThan(0);
  for (const { name } of hides('hidesName')) expect(name).toBeNull();
  expect(hides('hidesAddress').length).toBeGreaterThan(0);
  for (const { id, address, point } of hides('hidesAddress')) {
    expect(known.get(id)?.postcode).not.toBeNull();
    expect(address).toBeNull();
    expect(point?.precision).toBe('area');
  }
  expect(hides('hidesContact').length).toBeGreaterThan(0);
  for (const { contacts } of hides('hidesContact')) expect(contacts).toEqual([]);
});

test('no home childcarer has an address: they work in the families’ homes', () => {
  const carers = homes.filter(({ kind }) => kind === 'home-childcarer');
  expect(carers).toHaveLength(26);
  for (const { id } of carers) expect(agreed().get(id)?.postcode ?? null).toBeNull();
});
