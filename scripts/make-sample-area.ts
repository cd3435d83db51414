/**
 * Makes the childcare and the postcodes of `content/sample-area` from a real Ofsted file, a real
 * postcode table and the schools that are there: the geography, the schools and the mix of
 * registrations are theirs, every name, street and detail is made up. The same files give the same
 * area. Run by hand, once; what it writes is kept.
 */
import { parse } from 'csv-parse/sync';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { postcodeColumns } from '#exchange/postcode-layout.ts';
import { arrangedAnswers, arrangedSteps } from './sample-area/arrange.ts';
import { detailsOf } from './sample-area/details.ts';
import { geographyOf } from './sample-area/geography.ts';
import { namer } from './sample-area/names.ts';
import { randomOf } from './sample-area/random.ts';
import { sampleRow, type Cells } from './sample-area/registrations.ts';

const sampleFolder = join(import.meta.dirname, '../content/sample-area');
const [ofstedFile, postcodesFile, folder = sampleFolder] = process.argv.slice(2);
if (!ofstedFile || !postcodesFile) {
  console.error('Usage: node scripts/make-sample-area.ts OFSTED_CSV POSTCODES_CSV [FOLDER]');
  process.exit(1);
}
mkdirSync(folder, { recursive: true });
const names = namer(randomOf('names'));

const real = readRows(ofstedFile);
const rows = randomOf('rows')
  .shuffle(real)
  .map((cells, index) => sampleRow(cells, index, names));
const header = Object.keys(real[0] ?? {});
writeCsv(
  'ofsted.csv',
  header,
  rows.map(({ cells }) => cells),
);

const postcodes = readRows(postcodesFile);
writeCsv('postcodes.csv', Object.values(postcodeColumns), postcodes);

const geography = geographyOf(postcodes, readRows(join(sampleFolder, 'schools.csv')));
const arranged = arrangedAnswers(rows);
const steps = arrangedSteps(rows);
const lines = rows.map((row) => {
  const more = { arranged: arranged.get(row.urn), step: steps.get(row.urn) };
  return JSON.stringify(detailsOf(row, { names, geography, ...more }));
});
writeFileSync(join(folder, 'details.json'), `[\n${lines.join(',\n')}\n]\n`);
console.log(`${rows.length} registrations, ${postcodes.length} postcodes`);

function readRows(file: string): readonly Cells[] {
  return parse<Cells>(readFileSync(file), { columns: true, bom: true });
}

function writeCsv(name: string, columns: readonly string[], table: readonly Cells[]): void {
  const line = (values: readonly string[]) => values.map(quoted).join(',');
  const body = table.map((cells) => line(columns.map((column) => cells[column] ?? '')));
  writeFileSync(join(folder, name), `${[line(columns), ...body].join('\n')}\n`);
}

function quoted(value: string): string {
  return /[",\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}
