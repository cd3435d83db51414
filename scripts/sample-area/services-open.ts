/**
 * Real public places of Trafford, from open data under the Open Government Licence v3.0. E-mail
 * addresses are left out, so that nothing tried with the sample can write to anybody.
 */
import { join } from 'node:path';
import { slugOf } from '#exchange/service-cells.ts';
import { parseHours } from '#exchange/service-hours.ts';
import { readRows, type ServiceRow } from './services-table.ts';

type Cells = Readonly<Record<string, string>>;
type OpenData = {
  readonly file: string;
  /** Who publishes it, and the day it was correct. */
  readonly source: string;
  readonly asAt: string;
  readonly rowOf: (cells: Cells) => ServiceRow | null;
};

const licence = 'Open Government Licence v3.0';

const files: readonly OpenData[] = [
  {
    file: 'trafford_libraries.csv',
    source: 'Trafford Council',
    asAt: '2023-11-21',
    rowOf: ({ name = '', type = '', website = '' }) =>
      name.includes('Local Studies')
        ? null
        : {
            ...{ kind: 'library', name, description: `${type}.`, website, cost: 'free' },
            ...{ outcomes: 'achieve', location_name: name },
          },
  },
  {
    file: 'trafford_community_hubs.csv',
    source: 'Trafford Council',
    asAt: '2024-02-02',
    rowOf: ({ community_hub: place = '', website = '', telephone = '', opening_hours = '' }) => ({
      ...{ kind: 'community-hub', name: `${place} Community Hub`, website, phone: telephone },
      ...{
        description: 'Different kinds of help for people who live nearby.',
        ...openAt(opening_hours),
      },
      outcomes: 'wellbeing; contribute',
    }),
  },
  {
    file: 'trafford_leisure_centres.csv',
    source: 'Trafford Council, Trafford Leisure CIC and George Carnall Community Group CIC',
    asAt: '2024-09-20',
    rowOf: ({ name = '', website = '', telephone = '', facilities = '', ...more }) => ({
      ...{ kind: 'leisure', name, website, phone: telephone, description: facilities },
      ...{ organisation: (more['managed_by'] ?? '').replace(/\.$/, ''), outcomes: 'healthy' },
      ...{ location_name: name, ...openAt(more['opening_hours'] ?? '') },
    }),
  },
  {
    file: 'trafford_food_banks.csv',
    source: 'GM Poverty Action',
    asAt: '2018-01-31',
    rowOf: ({ Name: name = '', 'Referral method': referral, Website: website = '', ...more }) => ({
      kind: 'food-bank',
      name: name.includes('Pantry') ? name : `${name} food bank`,
      ...{ organisation: name, website, cost: 'free', outcomes: 'wellbeing' },
      ...openAt(more['Opening times'] ?? ''),
      ...(referral === 'Foodbank Voucher' && {
        how_to_access: 'You need a food bank voucher.',
      }),
    }),
  },
  {
    file: 'trafford_general_practices.csv',
    source: 'NHS Digital',
    asAt: '2023-06-14',
    // What stands in brackets is often a doctor's name.
    rowOf: ({ name = '', telephone = '' }) => ({
      ...{ kind: 'gp', name: name.replace(/\s*\(.*\)/, ''), phone: telephone, cost: 'free' },
      ...{ outcomes: 'healthy', location_name: name.replace(/\s*\(.*\)/, '') },
    }),
  },
  {
    file: 'trafford_childrens_centres_2019.csv',
    source: 'Department for Education',
    asAt: '2019-08-29',
    rowOf: ({ name = '', telephone = '' }) => ({
      ...{ kind: 'childrens-centre', name, phone: telephone, age_from: '0', age_to: '5 years' },
      ...{ outcomes: 'healthy; safe; achieve', location_name: name },
    }),
  },
];

/** All rows, from a folder that has the files. */
export function openServices(folder: string): readonly ServiceRow[] {
  const used = new Map<string, number>();
  return files.flatMap(({ file, source, asAt, rowOf }) =>
    readRows(join(folder, file)).flatMap((cells) => {
      const row = rowOf(cells);
      if (row === null) return [];
      const slug = slugOf(row.name ?? '');
      const times = (used.get(slug) ?? 0) + 1;
      used.set(slug, times);
      const service_id = times === 1 ? slug : `${slug}-${times}`;
      return [{ service_id, ...placeOf(cells), ...row, source, licence, as_at: asAt }];
    }),
  );
}

/** Hours where they can be read as such, else in the publisher's words. */
function openAt(text: string): ServiceRow {
  const hours = text.replace(/(?<=[ap]m),\s*(?=[A-Z])/g, '; ');
  return parseHours(hours) === null ? { how_to_access: `Open: ${text}.` } : { hours };
}

function placeOf(cells: Cells): ServiceRow {
  const { address = cells['Address'] ?? '', postcode = cells['Postcode'] ?? '' } = cells;
  const { name, lines, town } = partsOf(address);
  const [address_1 = '', address_2 = '', address_3 = ''] = lines;
  return { location_name: name, address_1, address_2, address_3, town, postcode };
}

/** `405 Stockport Road, Timperley, Altrincham` in its parts; a first one without a number is a name. */
function partsOf(address: string) {
  const parts = address.split(/\s*,\s*/).filter(Boolean);
  const [first = '', ...others] = parts;
  if (others.length === 0) return { name: '', lines: parts, town: '' };
  const town = parts.at(-1) ?? '';
  return parts.length > 2 && !/\d/.test(first)
    ? { name: first, lines: others.slice(0, -1), town }
    : { name: '', lines: parts.slice(0, -1), town };
}
