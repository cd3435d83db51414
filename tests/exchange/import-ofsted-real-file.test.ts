import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { inspection, provider } from '#db/schema/directory.ts';
import { allForSearch, directoryVersionOf, getProvider } from '#directory/provider-store.ts';
import { importPostcodes } from '#exchange/import-postcodes.ts';
import { counts, imported, realOfsted, rowsOf, samplePostcodes, workshop } from './support.ts';

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
    expect(all.filter(({ places }) => places === null)).toHaveLength(
      rows.filter((row) => row['Places'] === '0' || row['Places'] === '').length,
    );
    expect(all.filter(({ registers }) => registers.earlyYears)).toHaveLength(
      rows.filter((row) => row['Provider Early Years Register Flag'] === 'Y').length,
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
    importPostcodes(shop.ctx, samplePostcodes);
    const homes = [...allForSearch(shop.db)].filter((one) => one.premises !== 'non-domestic');
    expect(homes).toHaveLength(234);
    for (const home of homes) {
      expect(home).toMatchObject({ name: null, address: null, phone: null, point: null });
      expect(home.areaName).not.toBeNull();
    }
    expect(readFileSync(shop.databaseFile).includes('REDACTED')).toBe(false);
  });

  test('puts every other place at its postcode, whichever file comes first', () => {
    const first = workshop();
    importPostcodes(first.ctx, samplePostcodes);
    imported(first, realOfsted);
    const second = workshop();
    imported(second, realOfsted);
    importPostcodes(second.ctx, samplePostcodes);
    for (const { db } of [first, second]) {
      const placed = [...allForSearch(db)].filter((one) => one.point?.precision === 'postcode');
      expect(placed).toHaveLength(161);
      expect(getProvider(db, 'ey492543')).toMatchObject({
        point: { latitude: 53.424245, longitude: -2.317015 },
        ward: { name: 'Sale Central' },
      });
    }
  });

  test('changes nothing the second time', () => {
    const shop = workshop();
    importPostcodes(shop.ctx, samplePostcodes);
    imported(shop, realOfsted);
    const before = JSON.stringify(shop.db.select().from(provider).all());
    const version = directoryVersionOf(shop.db);
    expect(counts(imported(shop, realOfsted))).toEqual({
      added: 0,
      changed: 0,
      unchanged: 395,
      left: 0,
    });
    expect(JSON.stringify(shop.db.select().from(provider).all())).toBe(before);
    expect(directoryVersionOf(shop.db)).toBe(version);
  });
});
