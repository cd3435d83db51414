import { describe, expect, test } from 'vitest';
import { organisation } from '#db/schema/directory.ts';
import { inspection } from '#db/schema/directory-registration.ts';
import { directoryVersionOf } from '#directory/directory-version-store.ts';
import { allForSearch, getProvider } from '#directory/provider-store.ts';
import { importOfsted } from '#exchange/import-ofsted.ts';
import { importPostcodes } from '#exchange/import-postcodes.ts';
import {
  bytesOf,
  counts,
  directoryRows,
  done,
  imported,
  realAgencies,
  realChildminders,
  realOfsted,
  reconstructed,
  rowsOf,
  samplePostcodes,
  workshop,
} from './support.ts';

describe('the real file of 31 August 2021', () => {
  test('is taken whole, with the counts the file itself gives', () => {
    const shop = workshop();
    const rows = rowsOf(realOfsted);
    const report = imported(shop, realOfsted);
    expect(report).toMatchObject({ added: rows.length, asAt: '2021-08-31', refusedRows: [] });

    const all = [...allForSearch(shop.db)];
    const count = (kind: string) => all.filter((one) => one.kind === kind).length;
    const countRows = (type: string, subtype?: string) =>
      rows.filter(
        (row) =>
          row['Provider type'] === type &&
          (subtype === undefined || row['Provider subtype'] === subtype),
      ).length;
    const premises = 'Childcare on non-domestic premises';
    expect(count('nursery')).toBe(countRows(premises, 'Full day care'));
    expect(count('preschool')).toBe(countRows(premises, 'Sessional day care'));
    expect(count('out-of-school')).toBe(countRows(premises, 'Out-of-school day care'));
    expect(count('other-childcare')).toBe(countRows(premises, ''));
    expect(count('childminder')).toBe(countRows('Childminder'));
    expect(count('home-childcarer')).toBe(countRows('Home childcarer'));
    expect(count('domestic-childcare')).toBe(countRows('Childcare on domestic premises'));
    expect(all.filter(({ registration }) => registration?.places === null)).toHaveLength(
      rows.filter((row) => row['Places'] === '0' || row['Places'] === '').length,
    );
    expect(all.filter(({ registration }) => registration?.registers.earlyYears)).toHaveLength(
      rows.filter((row) => row['Provider Early Years Register Flag'] === 'Y').length,
    );
    const named = rows.filter(
      (row) =>
        row['Provider type'] === premises &&
        !/^(REDACTED)?$/.test(row['Registered_Person_Name'] ?? ''),
    );
    expect(all.filter((one) => one.organisation !== null)).toHaveLength(named.length);
    expect(shop.db.select().from(organisation).all()).toHaveLength(
      new Set(named.map((row) => row['Registered person URN'])).size,
    );
  });

  test('keeps every inspection, grades apart from met and not met', () => {
    const shop = workshop();
    imported(shop, realOfsted);
    const rows = rowsOf(realOfsted);
    const filled = (column: string) => rows.filter((row) => row[column] !== '').length;
    const kept = shop.db.select().from(inspection).all();
    expect(kept.filter(({ framework }) => framework === 'early-years')).toHaveLength(
      filled('Most recent full: Inspection date') +
        filled('Second most recent full: Inspection date') +
        filled('Third most recent full: Inspection date'),
    );
    expect(kept.filter(({ framework }) => framework === 'no-children-on-roll')).toHaveLength(
      filled('NCOR: Inspection date'),
    );
    expect(kept.filter(({ framework }) => framework === 'childcare-register')).toHaveLength(
      filled('CR: Inspection date'),
    );
    expect(
      kept.filter(({ overallGrade, compliance }) => overallGrade !== null && compliance !== null),
    ).toEqual([]);
    expect(kept.filter(({ compliance }) => compliance === 'Not Met (with actions)')).toHaveLength(
      3,
    );
    // "-" is "not judged", never a grade.
    const quality = rows.filter((row) => /^[1-4]$/.test(row['Quality of education'] ?? '')).length;
    expect(kept.filter(({ educationGrade }) => educationGrade !== null)).toHaveLength(quality);
  });

  test('shows homes by area only: what Ofsted redacts is null', () => {
    const shop = workshop();
    imported(shop, realOfsted);
    done(importPostcodes(shop.ctx, samplePostcodes));
    const homes = [...allForSearch(shop.db)].filter((one) => one.premises !== 'non-domestic');
    expect(homes).toHaveLength(234);
    for (const home of homes) {
      expect(home).toMatchObject({ name: null, address: null, contacts: [], point: null });
      expect(home).toMatchObject({ organisation: null, ward: null });
      expect(home.areaName).not.toBeNull();
    }
    expect(bytesOf(shop)).not.toContain('REDACTED');
  });

  test('puts every other place at its postcode, whichever file comes first', () => {
    const first = workshop();
    done(importPostcodes(first.ctx, samplePostcodes));
    imported(first, realOfsted);
    const second = workshop();
    imported(second, realOfsted);
    done(importPostcodes(second.ctx, samplePostcodes));
    for (const { db } of [first, second]) {
      const placed = [...allForSearch(db)].filter((one) => one.point?.precision === 'postcode');
      expect(placed).toHaveLength(161);
      expect(getProvider(db, 'ey492543')).toMatchObject({
        point: { latitude: 53.424245, longitude: -2.317015 },
        ward: { name: 'Sale Central' },
      });
    }
  });

  test('changes nothing the second time, row for row', () => {
    const shop = workshop();
    done(importPostcodes(shop.ctx, samplePostcodes));
    imported(shop, realOfsted);
    const before = directoryRows(shop);
    const version = directoryVersionOf(shop.db);
    expect(counts(imported(shop, realOfsted))).toEqual({
      added: 0,
      changed: 0,
      unchanged: 395,
      left: 0,
    });
    expect(directoryRows(shop)).toEqual(before);
    expect(directoryVersionOf(shop.db)).toBe(version);
  });
});

describe('the real childminders of 31 March 2025', () => {
  test('are read in Windows-1252 with its padding, and their agencies are bodies without a place', () => {
    const shop = workshop();
    const report = done(importOfsted(shop.ctx, realChildminders));
    expect(report).toMatchObject({ added: 140, asAt: '2025-03-31', refusedRows: [] });
    const all = [...allForSearch(shop.db)];
    expect(all).toHaveLength(133);
    expect(
      all.every(({ kind, authority }) => kind === 'childminder' && authority === 'Trafford'),
    ).toBe(true);
    expect(getProvider(shop.db, '2536915')?.registration).toMatchObject({
      registeredOn: '2019-06-12',
      registers: { earlyYears: false, compulsory: true, voluntary: true },
    });
    const agencies = shop.db.select().from(organisation).all();
    expect(agencies).toHaveLength(7);
    expect(agencies.find(({ id }) => id === 'ca000012')).toMatchObject({
      name: 'City Childcare Childminding Agency',
      address: '157 - 159 St. Barnabas Road, Woodford Green, IG8 7DG',
      isPerson: false,
    });
  });

  test('say nothing of nurseries, of places or of inspections known before', () => {
    const shop = workshop();
    imported(shop, realOfsted);
    const inspections = shop.db.select().from(inspection).all().length;
    const nurseries = [...allForSearch(shop.db)].filter(({ kind }) => kind === 'nursery').length;
    const urns = new Set(rowsOf(realOfsted).map((row) => row['Provider URN']));
    const stay = rowsOf(realChildminders).filter((row) => urns.has(row['Provider URN'])).length;
    const report = imported(shop, realChildminders);
    expect(report.added + report.unchanged + report.changed).toBe(133);
    expect(report.left).toBe(205 - stay);
    const after = [...allForSearch(shop.db)];
    expect(after.filter(({ kind }) => kind === 'nursery')).toHaveLength(nurseries);
    expect(shop.db.select().from(inspection).all()).toHaveLength(inspections);
    expect(after.find(({ id }) => id === 'ey478461')?.registration?.places).toBe(6);
    expect(report.lacks).toContain('Places');
  });

  test('and the file of agencies adds no place to the directory', () => {
    const shop = workshop();
    expect(counts(done(importOfsted(shop.ctx, realAgencies)))).toMatchObject({ added: 7, left: 0 });
    expect([...allForSearch(shop.db)]).toEqual([]);
    const again = counts(done(importOfsted(shop.ctx, realAgencies)));
    expect(again).toEqual({ added: 0, changed: 0, unchanged: 7, left: 0 });
  });
});

test('the layout of December 2025 is read under its title rows, in its own case', () => {
  const shop = workshop();
  const report = done(importOfsted(shop.ctx, reconstructed, { authority: 'isle of wight' }));
  expect(report).toMatchObject({ added: 33, asAt: '2025-12-31', authority: 'Isle of Wight' });
  expect(getProvider(shop.db, 'ey440861')).toMatchObject({
    name: 'Gurnard Pre-School',
    kind: 'preschool',
    address: { lines: ['Baring Road'], town: 'Cowes', postcode: 'PO31 8DS' },
    registration: { places: 39 },
    inspections: [{ inspectedOn: '2022-06-28', overallGrade: 1, educationGrade: null }],
  });
});
