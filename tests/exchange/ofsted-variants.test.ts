import { writeOds } from 'hucre/ods';
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { getProvider } from '#directory/provider-store.ts';
import { looseName } from '#exchange/find-header.ts';
import { importOfsted } from '#exchange/import-ofsted.ts';
import { ofstedColumns } from '#exchange/ofsted-layout.ts';
import { asCsvFile } from '#exchange/spreadsheet-as-csv.ts';
import {
  agencyHeaders,
  otherNames,
  rowsUnder,
  titles,
  variantCsv,
  variantOf,
  variants,
  type Variant,
} from './ofsted-layouts.ts';
import { done, workshop, type Workshop } from './support.ts';

/** What the directory then says of the three, as far as this layout has columns for it. */
function expectRead({ db }: Workshop, header: readonly string[]): void {
  const has = (...names: readonly string[]) =>
    header.some((name) => names.includes(otherNames[looseName(name)] ?? looseName(name)));
  const nursery = getProvider(db, 'ey900001');
  const lines = ['1 Oak Road', ...(has('provideraddressline2') ? ['Sale'] : [])];
  expect(nursery).toMatchObject({
    name: 'Acorn Day Nursery',
    kind: has('providersubtype') ? 'nursery' : 'other-childcare',
    premises: 'non-domestic',
    authority: 'Trafford',
    outwardPostcode: 'M33',
    address: {
      postcode: 'M33 2DH',
      lines: has('provideraddressline1') ? lines : [],
      town: has('providertown') ? 'Sale' : null,
    },
    areaName: has('parliamentaryconstituency') ? 'Sale West' : null,
    organisation: has('registeredpersonname') ? { name: 'Acorn Nurseries Ltd' } : null,
    registration: {
      urn: 'EY900001',
      places: has('places') ? 24 : null,
      registeredOn: has('registrationdate') ? '2010-09-01' : null,
    },
  });
  const phones = nursery?.contacts.map(({ value }) => value);
  expect(phones).toEqual(has('telephonenumber') ? ['0161 496 0001', '0161 496 0002'] : []);
  const club = getProvider(db, '900002');
  expect(club?.registration?.places).toBeNull();
  expect(club?.organisation).toBeNull();
  if (has('provideraddressline1')) expect(club?.address?.lines).toEqual(['09-Oct, The Green']);
  if (has('individualregistercombinations')) {
    expect(nursery?.registration?.registers).toEqual({
      ...{ earlyYears: true, compulsory: true, voluntary: true },
    });
    expect(club?.registration?.registers).toEqual({
      ...{ earlyYears: false, compulsory: true, voluntary: true },
    });
  }
  expect(getProvider(db, 'vc900003')).toMatchObject({
    ...{ kind: 'childminder', premises: 'domestic', name: null, address: null, point: null },
    ...{ contacts: [], organisation: null, outwardPostcode: null },
  });
  expectInspections({ db }, has);
}

function expectInspections(
  { db }: Pick<Workshop, 'db'>,
  has: (...names: readonly string[]) => boolean,
): void {
  const frameworks = (id: string) =>
    getProvider(db, id)?.inspections.map(({ framework }) => framework) ?? [];
  const isGraded = has('mostrecentfullinspectiondate');
  const isCarded = has('eyrreifmostrecentinspectiondate');
  expect(frameworks('ey900001')).toEqual([
    ...(isCarded ? ['report-card'] : []),
    ...(isGraded ? ['early-years'] : []),
  ]);
  const graded = getProvider(db, 'ey900001')?.inspections.find(
    ({ framework }) => framework === 'early-years',
  );
  if (isGraded) {
    expect(graded).toMatchObject({
      inspectedOn: '2021-08-31',
      overallGrade: 1,
      educationGrade: has('qualityofeducation') ? 2 : null,
      behaviourGrade: null,
      leadershipGrade: has('effectivenessofleadershipandmanagement') ? 1 : null,
      safeguardingEffective: has('safeguardingiseffective') ? true : null,
      ...{ standards: null, compliance: null },
      voluntaryRegisterCompliance:
        has('vcrrequirementssuitability') && !isCarded ? 'Not Met (with actions)' : null,
    });
  }
  expect(frameworks('900002')).toEqual([
    ...(has('eyroeifooscmostrecentinspectiondate') ? ['out-of-school'] : []),
    ...(has('crinspectiondate', 'crmostrecentinspectiondate') ? ['childcare-register'] : []),
  ]);
  expect(frameworks('vc900003')).toEqual(
    has('ncorinspectiondate', 'eyroeifncormostrecentinspectiondate') ? ['no-children-on-roll'] : [],
  );
}

test.each(variants)('three rows in the layout of $asAt are read', (variant) => {
  const shop = workshop();
  const report = done(importOfsted(shop.ctx, shop.write('a.csv', variantCsv(variant))));
  expect(report).toMatchObject({ added: 3, refusedRows: [] });
  expectRead(shop, variant.header);
});

test.each(variants.filter(({ known, header }) => header.length > known.length))(
  'the part that is known of the layout of $asAt is refused, and what it lacks is named',
  (variant) => {
    const shop = workshop();
    const part = variantCsv({ ...variant, header: variant.known });
    const outcome = importOfsted(shop.ctx, shop.write('a.csv', part));
    const columns = variant.header.slice(variant.known.length);
    const [first] = columns;
    expect(outcome).toMatchObject({
      refusal:
        first === 'Provider URN'
          ? { code: 'unknown-layout', lookedFor: first }
          : { code: 'missing-columns', columns },
    });
  },
);

test('the file of June 2026 has report cards beside grades, and the registers with the newer', () => {
  const shop = workshop();
  const variant = variantOf('2026-06-30');
  const report = done(importOfsted(shop.ctx, shop.write('a.csv', variantCsv(variant))));
  expect(report.asAt).toBe('2026-06-30');
  const card = getProvider(shop.db, 'ey900001')?.inspections[0];
  expect(card).toMatchObject({
    framework: 'report-card',
    number: '10000009',
    visitType: 'Full inspection',
    inspectedOn: '2026-05-12',
    overallGrade: null,
    safeguardingEffective: true,
    standards: {
      inclusion: 'exceptional',
      curriculum: 'strong',
      achievement: 'expected',
      behaviour: 'needs-attention',
      welfare: 'urgent-improvement',
    },
    compulsoryRegisterCompliance: 'Met',
    reportUrl: 'https://reports.ofsted.gov.uk/provider/16/EY900001',
  });
  expect(getProvider(shop.db, '900002')?.inspections).toMatchObject([
    { framework: 'out-of-school', compliance: 'Met', safeguardingEffective: true },
    { framework: 'childcare-register', compliance: 'Not Met (enforcement)' },
  ]);
});

describe('a spreadsheet is read from the sheet that has the table', () => {
  const sheets = (variant: Variant, cover: number) => {
    const spread = rowsUnder(variant.header).map((row) => row.map(asCell));
    const rows = [
      ...(titles[variant.asAt] ?? []).map((title) => [title]),
      variant.header,
      ...spread,
    ];
    const covers = Array.from({ length: cover }, (_, index) => ({
      ...{ name: `Notes ${index}`, rows: [['About this file'], [], ['It has one table.']] },
    }));
    return [...covers, { name: 'D1_Childcare_providers', rows: rows.map((row) => [...row]) }];
  };
  /** As a spreadsheet keeps it: numbers as numbers, days as days. */
  const asCell = (text: string) => {
    const [, day, month, year] = /^(\d\d)\/(\d\d)\/(\d{4})$/.exec(text) ?? [];
    if (day !== undefined) return new Date(`${year ?? ''}-${month ?? ''}-${day}T00:00:00Z`);
    return /^[1-9]\d*$/.test(text) ? Number(text) : text;
  };
  const cases = [
    ['XLSX', '2018-03-31', 0],
    ['ODS', '2018-12-31', 3],
    ['ODS', '2025-12-31', 1],
    ['XLSX', '2026-06-30', 2],
  ] as const;
  test.each(cases)('%s of %s', async (kind, asAt, cover) => {
    const shop = workshop();
    const variant = variantOf(asAt);
    const write = kind === 'ODS' ? writeOds : writeXlsx;
    const bytes = await write({ sheets: sheets(variant, cover) });
    const csv = await asCsvFile(shop.write(`a.${kind.toLowerCase()}`, bytes), ofstedColumns.urn);
    if (!csv.ok) throw new Error(csv.refusal.code);
    const report = done(importOfsted(shop.ctx, csv.value.file));
    csv.value.dispose();
    expect(report).toMatchObject({
      ...{ added: 3, refusedRows: [], fileName: `a.${kind.toLowerCase()}` },
    });
    expectRead(shop, variant.header);
  });

  test('and refused when no sheet has it, or when it is none', async () => {
    const shop = workshop();
    const bytes = await writeXlsx({ sheets: [{ name: 'A', rows: [['Name', 'Town']] }] });
    expect(await asCsvFile(shop.write('a.xlsx', bytes), ofstedColumns.urn)).toEqual({
      ok: false,
      refusal: { code: 'unknown-layout', lookedFor: 'Provider URN' },
    });
    const broken = shop.write('b.ods', Buffer.from('PK\u0003\u0004 and nothing more'));
    expect(await asCsvFile(broken, ofstedColumns.urn)).toMatchObject({
      refusal: { code: 'broken-spreadsheet' },
    });
  });
});

test.each(agencyHeaders)('agencies as at %s are bodies that register childminders', (_, header) => {
  const shop = workshop();
  const cells: Readonly<Record<string, string>> = {
    'CA Reference': 'CA000001',
    'Provider Status': 'Active',
    'Provider Type': 'Childminder agency',
    'Provider Name': 'Oak Agency',
    'Provider Address 1': '1 Oak Road',
    'Provider Postcode': 'M33 2DH',
    'Local Authority': 'Trafford',
  };
  const rows = [header, header.map((name) => cells[name] ?? '')];
  const text = rows.map((row) => row.map((cell) => `"${cell}"`).join(',')).join('\n');
  const report = done(importOfsted(shop.ctx, shop.write('a.csv', text)));
  expect(report).toMatchObject({ added: 1, refusedRows: [] });
  expect(getProvider(shop.db, 'ca000001')).toBeNull();
});
