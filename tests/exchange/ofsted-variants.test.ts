import { writeOds } from 'hucre/ods';
import { writeXlsx } from 'hucre/xlsx';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { getProvider } from '#directory/provider-store.ts';
import { looseName } from '#exchange/find-header.ts';
import { importOfsted } from '#exchange/import-ofsted.ts';
import { ofstedColumns } from '#exchange/ofsted-layout.ts';
import { asCsvFile } from '#exchange/spreadsheet-as-csv.ts';
import { done, headerVariants, workshop, type Workshop } from './support.ts';

const file = z
  .object({
    variants: z.array(
      z.object({
        as_at: z.string(),
        header: z.array(z.string()).optional(),
        known: z.array(z.string()).optional(),
        known_lowercase: z.array(z.string()).optional(),
      }),
    ),
    childminder_agency_headers: z.record(z.string(), z.array(z.string())),
  })
  .parse(JSON.parse(readFileSync(headerVariants, 'utf8')));

type Cells = readonly [nursery: string, club: string, childminder: string];

/** What three providers would have in each column, by its loose name. */
const cellsOf: Readonly<Record<string, Cells>> = {
  weblink: ['Web link', 'Web link', 'Web link'],
  providerurn: ['EY900001', '900002', 'VC900003'],
  registrationdate: ['01/09/2010', '02/09/2011 00:00', '03/09/2012'],
  providertype: [
    'Childcare on non-domestic premises',
    'Childcare on non-domestic premises',
    'Childminder',
  ],
  providersubtype: ['Full day care', 'Out-of-school day care', ''],
  providerstatus: ['Active', 'Active', 'Active'],
  individualregistercombinations: ['ALL', 'CCR-VCR', 'EYR-CCR'],
  provideryearsregisterflag: ['Y', 'N', 'Y'],
  providerearlyyearsregisterflag: ['Y', 'N', 'Y'],
  providercompulsorychildcareregisterflag: ['Y', 'Y', 'Y'],
  providervoluntarychildcareregisterflag: ['Y', 'Y', 'N'],
  registeredpersonurn: ['RP900001', '900009', ''],
  registeredpersonname: ['Acorn Nurseries Ltd', 'REDACTED', 'REDACTED'],
  providername: ['Acorn Day Nursery', 'Acorn Club', 'REDACTED'],
  provideraddressline1: ['1 Oak Road', '09-Oct, The Green', 'REDACTED'],
  provideraddressline2: ['Sale', '', 'REDACTED'],
  provideraddressline3: ['', 'NULL', 'REDACTED'],
  providertown: ['SALE', 'Sale', 'REDACTED'],
  postcode: ['M33 2DH', 'm332dj', 'REDACTED'],
  telephonenumber: ['0161 496 0001 or 0161 496 0002', '', 'REDACTED'],
  parliamentaryconstituency: ['Sale West', 'Sale West', 'Sale West'],
  localauthority: ['Trafford', 'Trafford', 'Trafford'],
  places: ['24', '0', '6'],
  mostrecentfullinspectionnumber: ['10000001', '', ''],
  mostrecentfullinspectiondate: ['31/08/2021', '', ''],
  mostrecentfulloveralleffectiveness: ['1', '', '-'],
  qualityofeducation: ['2', '', ''],
  behaviourandattitudes: ['-', '', ''],
  personaldevelopment: ['2', '', ''],
  effectivenessofleadershipandmanagement: ['1', '', ''],
  safeguardingiseffective: ['Yes', '', ''],
  ccrrequirementssuitability: ['Met', '', ''],
  vcrrequirementssuitability: ['Not Met (with actions)', '', ''],
  ncorinspectiondate: ['', '', '01/07/2019'],
  ncoroveralleffectiveness: ['', '', 'Met'],
  crinspectiondate: ['', '03/02/2020', ''],
  croveralleffectiveness: ['', 'Not Met (enforcement)', ''],
  crcompliance: ['', 'Not Met (enforcement)', ''],
  crmostrecentinspectiondate: ['', '03/02/2020', ''],
  eyroeifncormostrecentinspectiondate: ['', '', '01/07/2019'],
  eyroeifncormostrecentoveralleffectiveness: ['', '', 'Met'],
  eyroeifooscmostrecentinspectiondate: ['', '04/03/2023', ''],
  eyroeifooscmostrecentoveralleffectiveness: ['', 'Met', ''],
  eyroeifooscmostrecentsafeguardingiseffective: ['', 'Yes', ''],
  eyrreifmostrecentinspectionnumber: ['10000009', '', ''],
  eyrreifmostrecentinspectionvisittype: ['Full inspection', '', ''],
  eyrreifmostrecentinspectiondate: ['12/05/2026', '', ''],
  eyrreifmostrecentsafeguardingstandardsmet: ['Met', '', ''],
  eyrreifmostrecentinclusion: ['Exceptional', '', ''],
  eyrreifmostrecentcurriculumandteaching: ['Strong standard', '', ''],
  eyrreifmostrecentachievement: ['Expected standard', '', ''],
  eyrreifmostrecentbehaviourattitudesandestablishingroutines: ['Needs attention', '', ''],
  eyrreifmostrecentchildrenswelfareandwellbeing: ['Urgent improvement', '', ''],
  eyrreifmostrecentleadershipandgovernance: ['-', '', ''],
};

/** Names that columns have had besides, each by the one above. */
const otherNames: Readonly<Record<string, string>> = {
  provideraddress1: 'provideraddressline1',
  provideraddress2: 'provideraddressline2',
  provideraddress3: 'provideraddressline3',
  providerpostcode: 'postcode',
  providerpostcode1: 'postcode',
  registeredplaces: 'places',
  eyroeifcifmostrecentoveralleffectiveness: 'mostrecentfulloveralleffectiveness',
  eyroeifmostrecentfullinspectionnumber: 'mostrecentfullinspectionnumber',
  eyroeifmostrecentfullinspectiondate: 'mostrecentfullinspectiondate',
  eyroeifmostrecentqualityofeducation: 'qualityofeducation',
  eyroeifmostrecentbehaviourandattitudes: 'behaviourandattitudes',
  eyroeifmostrecentpersonaldevelopment: 'personaldevelopment',
  eyroeifcifmostrecenteffectivenessofleadershipandmanagement:
    'effectivenessofleadershipandmanagement',
  eyroeifmostrecentsafeguardingiseffective: 'safeguardingiseffective',
};
const cellsUnder = (name: string): Cells =>
  cellsOf[otherNames[looseName(name)] ?? looseName(name)] ?? ['', '', ''];

const needed = ['urn', 'type', 'authority', 'name', 'postcode'] as const;
const isIn = (header: readonly string[], field: (typeof needed)[number]) =>
  [ofstedColumns[field]].flat().some((name) => header.map(looseName).includes(looseName(name)));
const usual = (field: (typeof needed)[number]) => [ofstedColumns[field]].flat()[0] ?? '';

type Variant = {
  readonly asAt: string;
  /** As far as it is known; the real files have more columns. */
  readonly known: readonly string[];
  /** That, and the columns without which no file was ever published. */
  readonly header: readonly string[];
};
const variants: readonly Variant[] = file.variants
  .map(({ as_at: asAt, header, known, known_lowercase: lower }) => ({
    asAt,
    known: header ?? known ?? lower ?? [],
  }))
  .filter(({ asAt }) => !asAt.includes('consented'))
  .map(({ asAt, known }) => {
    const lacking = needed.filter((field) => !isIn(known, field)).map(usual);
    return { asAt, known, header: [...known, ...lacking] };
  });

const rowsUnder = (header: readonly string[]): readonly (readonly string[])[] => {
  const columns = header.map(cellsUnder);
  return [0, 1, 2].map((row) => columns.map((cells) => cells[row] ?? ''));
};

const titles: Readonly<Record<string, readonly string[]>> = {
  '2024-12-31': ['All providers as at 31 December 2024', ''],
  '2025-12-31': ['Latest inspections as at 31 December 2025', 'This worksheet contains one table.'],
  '2026-03-31': ['Childcare providers', 'This worksheet contains one table.', '31 March 2026'],
  '2026-06-30': ['All providers as at 30 June 2026', 'This worksheet contains one table.'],
};

function csvFile({ asAt, header }: Variant): string {
  const line = (cells: readonly string[]) => cells.map((cell) => `"${cell}"`).join(',');
  const above = (titles[asAt] ?? []).map((title) => `${title}${','.repeat(header.length - 1)}`);
  const below = asAt === '2025-12-31' ? [','.repeat(header.length - 1)] : [];
  const rows = [...above, line(header), ...rowsUnder(header).map(line), ...below];
  return `${asAt === '2026-06-30' ? '\ufeff' : ''}${rows.join('\n')}\n`;
}

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
  const report = done(importOfsted(shop.ctx, shop.write('a.csv', csvFile(variant))));
  expect(report).toMatchObject({ added: 3, refusedRows: [] });
  expectRead(shop, variant.header);
});

test.each(variants.filter(({ known, header }) => header.length > known.length))(
  'the part that is known of the layout of $asAt is refused, and what it lacks is named',
  (variant) => {
    const shop = workshop();
    const part = csvFile({ ...variant, header: variant.known });
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
  const variant = variants.find(({ asAt }) => asAt === '2026-06-30');
  if (!variant) throw new Error('no such variant');
  const report = done(importOfsted(shop.ctx, shop.write('a.csv', csvFile(variant))));
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
    const variant = variants.find((one) => one.asAt === asAt);
    if (!variant) throw new Error('no such variant');
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

test.each(Object.entries(file.childminder_agency_headers))(
  'agencies as at %s are bodies that register childminders',
  (_, header) => {
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
  },
);
