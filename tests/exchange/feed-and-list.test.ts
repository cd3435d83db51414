import { describe, expect, test } from 'vitest';
import { location, service } from '#db/schema/directory.ts';
import { getProvider } from '#directory/provider-store.ts';
import { importOfsted } from '#exchange/import-ofsted.ts';
import { recordOf, registration, takeFeed } from './feed-files.ts';
import {
  childminderRow,
  counts,
  done,
  imported,
  nurseryRow,
  ofstedCsv,
  workshop,
  type Workshop,
} from './support.ts';

describe('where the feed and the public list both speak of a registration', () => {
  const id = 'ey458243';
  const row = (more: Readonly<Record<string, string>> = {}) =>
    nurseryRow({
      ...{ 'Provider URN': 'EY458243', 'Provider name': 'List Name', Places: '30' },
      ...{ 'Provider subtype': 'Sessional day care', ...more },
    });
  const list = (shop: Workshop, day: string, ...rows: Parameters<typeof ofstedCsv>[0]) =>
    imported(shop, shop.write(`${day}.csv`, ofstedCsv(rows)));
  const feed = registration('EY458243');

  test('the later day wins, group by group, in either order', () => {
    for (const listFirst of [true, false]) {
      const shop = workshop();
      if (listFirst) list(shop, '2021-08-31', row());
      takeFeed(shop, '2021-09-01', feed);
      if (!listFirst) list(shop, '2021-08-31', row());
      expect(getProvider(shop.db, id)).toMatchObject({
        ...{ name: 'Railway Kindergarten', asAt: '2021-09-01' },
        // Only the list tells these, only the feed those.
        ...{ kind: 'preschool', areaName: 'Stretford and Urmston' },
        registration: {
          places: 30,
          carePeriods: ['all-year', 'weekdays-all-day', 'five-days-a-week'],
        },
      });
      expect(getProvider(shop.db, id)?.phone).toBe(listFirst ? '0161 496 0001' : null);
    }
  });

  test('a later list wins over an earlier feed, and keeps what only the feed tells', () => {
    const shop = workshop();
    takeFeed(shop, '2021-09-01', feed);
    list(shop, '2021-09-30', row());
    expect(getProvider(shop.db, id)).toMatchObject({
      ...{ name: 'List Name', asAt: '2021-09-30' },
      registration: {
        ageBands: [{ most: 22 }],
        carePeriods: ['all-year', 'weekdays-all-day', 'five-days-a-week'],
      },
    });
    // Said again for an earlier day, the feed does not take it back; for a later day it does.
    expect(counts(takeFeed(shop, '2021-09-02', feed))).toMatchObject({ unchanged: 1, changed: 0 });
    expect(getProvider(shop.db, id)?.name).toBe('List Name');
    expect(counts(takeFeed(shop, '2021-10-01', feed))).toMatchObject({ changed: 1 });
    expect(getProvider(shop.db, id)?.name).toBe('Railway Kindergarten');
  });

  test('one inspection is one, with the detail of the list and whatever the feed lists besides', () => {
    const shop = workshop();
    takeFeed(shop, '2021-09-01', feed);
    list(
      shop,
      '2021-09-30',
      row({
        'Most recent full: Inspection number': '10000001',
        'Most recent full: Inspection date': '12/02/2019',
        'Most recent full: Overall effectiveness': '2',
        'Quality of education': '1',
      }),
    );
    expect(getProvider(shop.db, id)?.inspections).toMatchObject([
      { inspectedOn: '2019-02-12', overallGrade: 2, educationGrade: 1, number: '10000001' },
      { inspectedOn: '2015-11-18', overallGrade: 2 },
      { inspectedOn: '2013-06-06', overallGrade: 3 },
    ]);
    takeFeed(shop, '2021-10-01', feed);
    expect(getProvider(shop.db, id)?.inspections[0]).toMatchObject({ educationGrade: 1 });
  });

  test('what the feed withholds stays withheld, though the list has it in full', () => {
    const shop = workshop();
    takeFeed(shop, '2021-09-01', registration('TS900003'));
    list(shop, '2021-09-30', nurseryRow({ 'Provider URN': 'TS900003', 'Provider name': 'Refuge' }));
    expect(getProvider(shop.db, 'ts900003')).toBeNull();
    expect(recordOf(shop, 'ts900003')).toMatchObject({ withheld: true });
  });

  test('an older list does not mark left what only the feed has, nor bring back what it took out', () => {
    const shop = workshop();
    list(shop, '2021-07-31', row(), nurseryRow());
    takeFeed(shop, '2021-09-01', feed.replaceAll('ACTV', 'RESG'), registration('TS900005'));
    const report = list(shop, '2021-08-31', row(), nurseryRow());
    expect(report.left).toBe(0);
    expect(recordOf(shop, id)?.leftOn).toBe('2021-09-01');
    expect(getProvider(shop.db, 'ts900005')).not.toBeNull();
    expect(recordOf(shop, 'ey100001')?.leftOn).toBe('2021-09-01');
  });
});

test('a public list that is taken after the feed keeps out a home that the feed keeps out', () => {
  const shop = workshop();
  takeFeed(shop, '2021-09-01', registration('TS900002'));
  const file = shop.write(
    '2021-09-30.csv',
    ofstedCsv([childminderRow({ 'Provider URN': 'TS900002' })]),
  );
  done(importOfsted(shop.ctx, file));
  expect(getProvider(shop.db, 'ts900002')).toBeNull();
  expect(shop.db.select().from(service).get()?.name).toBeNull();
  expect(shop.db.select().from(location).get()?.outwardPostcode).toBeNull();
});
