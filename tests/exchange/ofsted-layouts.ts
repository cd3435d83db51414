import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { looseName } from '#exchange/find-header.ts';
import { ofstedColumns } from '#exchange/ofsted-layout.ts';
import { headerVariants } from './support.ts';

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
export const otherNames: Readonly<Record<string, string>> = {
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

export type Variant = {
  readonly asAt: string;
  /** As far as it is known; the real files have more columns. */
  readonly known: readonly string[];
  /** That, and the columns without which no file was ever published. */
  readonly header: readonly string[];
};
export const variants: readonly Variant[] = file.variants
  .map(({ as_at: asAt, header, known, known_lowercase: lower }) => ({
    asAt,
    known: header ?? known ?? lower ?? [],
  }))
  .filter(({ asAt }) => !asAt.includes('consented'))
  .map(({ asAt, known }) => {
    const lacking = needed.filter((field) => !isIn(known, field)).map(usual);
    return { asAt, known, header: [...known, ...lacking] };
  });

export const rowsUnder = (header: readonly string[]): readonly (readonly string[])[] => {
  const columns = header.map(cellsUnder);
  return [0, 1, 2].map((row) => columns.map((cells) => cells[row] ?? ''));
};

export const titles: Readonly<Record<string, readonly string[]>> = {
  '2024-12-31': ['All providers as at 31 December 2024', ''],
  '2025-12-31': ['Latest inspections as at 31 December 2025', 'This worksheet contains one table.'],
  '2026-03-31': ['Childcare providers', 'This worksheet contains one table.', '31 March 2026'],
  '2026-06-30': ['All providers as at 30 June 2026', 'This worksheet contains one table.'],
};

/** Three rows under a layout, as the file of its day is written. */
export function variantCsv({ asAt, header }: Variant): string {
  const line = (cells: readonly string[]) => cells.map((cell) => `"${cell}"`).join(',');
  const above = (titles[asAt] ?? []).map((title) => `${title}${','.repeat(header.length - 1)}`);
  const below = asAt === '2025-12-31' ? [','.repeat(header.length - 1)] : [];
  const rows = [...above, line(header), ...rowsUnder(header).map(line), ...below];
  return `${asAt === '2026-06-30' ? '\ufeff' : ''}${rows.join('\n')}\n`;
}

/** The variant of one day. */
export function variantOf(asAt: string): Variant {
  const found = variants.find((one) => one.asAt === asAt);
  if (!found) throw new Error(`There is no layout of ${asAt}`);
  return found;
}

export const agencyHeaders = Object.entries(file.childminder_agency_headers);
