import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import {
  fieldSource,
  location,
  publication,
  service,
  serviceAtLocation,
} from '#db/schema/directory.ts';
import { contact, costOption } from '#db/schema/directory-offer.ts';
import { registration } from '#db/schema/directory-registration.ts';
import { directoryVersionOf } from '#directory/directory-version-store.ts';
import { getProvider } from '#directory/provider-store.ts';
import { importPostcodes } from '#exchange/import-postcodes.ts';
import { currentIds, hubRow, takeServices } from './services.ts';
import { counts, samplePostcodes, workshop } from './support.ts';

describe('a later file', () => {
  const rows = [
    hubRow({ phone: '0161 496 0100' }),
    hubRow({ service_id: 'advice', kind: 'advice', name: 'Advice' }),
    { service_id: 'guide', kind: 'publication', name: 'Guide', cost: 'free' },
  ];

  test('that is the same changes nothing', () => {
    const shop = workshop();
    importPostcodes(shop.ctx, samplePostcodes);
    expect(counts(takeServices(shop, rows))).toMatchObject({ added: 3 });
    const version = directoryVersionOf(shop.db);
    const bytes = shop.db.select().from(location).all();
    expect(counts(takeServices(shop, rows))).toEqual({
      added: 0,
      changed: 0,
      unchanged: 3,
      left: 0,
    });
    expect(directoryVersionOf(shop.db)).toBe(version);
    expect(shop.db.select().from(location).all()).toEqual(bytes);
  });

  test('that lacks a service marks it left, and brings it back when it has it again', () => {
    const shop = workshop();
    takeServices(shop, rows);
    expect(takeServices(shop, rows.slice(0, 1), { asAt: '2026-12-01' })).toMatchObject({ left: 2 });
    expect(currentIds(shop)).toEqual(['rhyme-time-hub']);
    expect(shop.db.select().from(publication).all()).toEqual([]);
    expect(counts(takeServices(shop, rows))).toMatchObject({ added: 1, changed: 1, unchanged: 1 });
  });

  test('from another source does not speak of the first', () => {
    const shop = workshop();
    takeServices(shop, rows);
    const other = hubRow({ service_id: 'z', location_id: 'z', source: 'Library service' });
    expect(takeServices(shop, [other])).toMatchObject({ added: 1, left: 0 });
  });

  test('does not speak of registered childcare, nor of what staff entered themselves', () => {
    const shop = workshop();
    for (const id of ['sample0001', 'by-hand']) {
      const standing = { id, serviceId: id, locationId: id, source: 'sample', asAt: '2026-11-01' };
      shop.db.insert(service).values({ id, kind: 'nursery', name: id }).run();
      shop.db
        .insert(location)
        .values({ id, premises: 'non-domestic', authority: 'Trafford' })
        .run();
      shop.db
        .insert(serviceAtLocation)
        .values({ ...standing, sourceDigest: id === 'by-hand' ? null : 'said', isSample: true })
        .run();
    }
    shop.db
      .insert(registration)
      .values({ serviceAtLocationId: 'sample0001', urn: 'SAMPLE0001', ofstedType: 'Childminder' })
      .run();
    takeServices(shop, [hubRow({ source: 'sample' })], { isSample: true });
    expect(currentIds(shop)).toEqual(['by-hand', 'rhyme-time-hub', 'sample0001']);
  });

  test('with a mistake in a row does not say that its service has gone', () => {
    const shop = workshop();
    takeServices(shop, rows);
    const report = takeServices(shop, [hubRow({ kind: 'x' }), ...rows.slice(1)]);
    expect(report).toMatchObject({ left: 0, refusedRows: [{ line: 2 }] });
    expect(currentIds(shop)).toContain('rhyme-time-hub');
  });

  test('leaves what the council answers for, and takes the rest', () => {
    const shop = workshop();
    takeServices(shop, rows);
    const id = 'rhyme-time-hub';
    shop.db.update(contact).set({ value: '0161 496 0999' }).run();
    shop.db
      .insert(fieldSource)
      .values({
        ...{ serviceAtLocationId: id, fieldGroup: 'contact', source: 'council' },
        asAt: '2026-11-01',
      })
      .run();
    shop.db
      .update(serviceAtLocation)
      .set({ optedOut: true })
      .where(eq(serviceAtLocation.id, 'advice-hub'))
      .run();
    const news = hubRow({ phone: '0161 496 0111', cost: '£1 per visit' });
    expect(takeServices(shop, [news, ...rows.slice(1)])).toMatchObject({ changed: 1 });
    expect(getProvider(shop.db, id)?.phone).toBe('0161 496 0999');
    expect(shop.db.select().from(costOption).all()).toHaveLength(1);
    expect(getProvider(shop.db, 'advice-hub')).toBeNull();
  });

  test('of the council takes the place of the sample', () => {
    const shop = workshop();
    takeServices(shop, [...rows.map((row) => ({ ...row, source: 'sample' }))], { isSample: true });
    expect(getProvider(shop.db, 'rhyme-time-hub')).toMatchObject({
      ...{ isSample: true, source: 'sample' },
    });
    takeServices(shop, [hubRow({ service_id: 'real' })]);
    expect(currentIds(shop)).toEqual(['real-hub']);
    expect(shop.db.select().from(publication).all()).toEqual([]);
  });
});
