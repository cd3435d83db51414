/**
 * Makes `content/sample-area` from a real Ofsted file and a real postcode table: the geography and
 * the mix of registrations are theirs, every name, street and detail is made up. The same files give
 * the same area. Run by hand, once; what it writes is kept.
 */
import { parse } from 'csv-parse/sync';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { postcodeColumns } from '#exchange/postcode-layout.ts';
import { arrange } from './sample-area/arrange.ts';
import { detailsOf } from './sample-area/details.ts';
import { namer } from './sample-area/names.ts';
import { randomFrom } from './sample-area/random.ts';
import { sampleRow, type Cells } from './sample-area/registrations.ts';

const [ofstedFile, postcodesFile] = process.argv.slice(2);
if (!ofstedFile || !postcodesFile) {
  console.error('Usage: node scripts/make-sample-area.ts REAL_OFSTED_CSV POSTCODES_CSV');
  process.exit(1);
}
const folder = join(import.meta.dirname, '../content/sample-area');
mkdirSync(folder, { recursive: true });
const random = randomFrom(20260131);
const names = namer(random);

const real: readonly Cells[] = parse<Cells>(readFileSync(ofstedFile), { columns: true, bom: true });
const rows = random.shuffle(real).map((cells, index) => sampleRow(cells, index, random, names));
const header = Object.keys(real[0] ?? {});
writeCsv(
  'ofsted.csv',
  header,
  rows.map(({ cells }) => cells),
);

const postcodes: readonly Cells[] = parse<Cells>(readFileSync(postcodesFile), {
  columns: true,
  bom: true,
});
writeCsv('postcodes.csv', Object.values(postcodeColumns), postcodes);

const details = arrange(rows.map((row) => ({ row, details: detailsOf(row, random, names) })));
const lines = details.map((one) => JSON.stringify(one)).join(',\n');
writeFileSync(join(folder, 'details.json'), `[\n${lines}\n]\n`);
console.log(`${rows.length} registrations, ${postcodes.length} postcodes`);

function writeCsv(name: string, columns: readonly string[], table: readonly Cells[]): void {
  const line = (values: readonly string[]) => values.map(quoted).join(',');
  const body = table.map((cells) => line(columns.map((column) => cells[column] ?? '')));
  writeFileSync(join(folder, name), `${[line(columns), ...body].join('\n')}\n`);
}

function quoted(value: string): string {
  return /[",\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}
