/**
 * Makes `content/sample-area/services.csv` and `schools.csv`: real public places from open data, and
 * made-up services for families that no open data has. The same files give the same tables. Run by
 * hand, once; what it writes is kept.
 */
import { join } from 'node:path';
import { schoolColumns } from '#exchange/school-layout.ts';
import { serviceColumns } from '#exchange/service-columns.ts';
import { inventedServices } from './services-invented.ts';
import { openServices } from './services-open.ts';
import { openSchools } from './services-schools.ts';
import { writeTable } from './services-table.ts';

const [openData] = process.argv.slice(2);
if (!openData) {
  console.error('Usage: node scripts/sample-area/services.ts FOLDER_OF_OPEN_DATA');
  process.exit(1);
}
const folder = join(import.meta.dirname, '../../content/sample-area');
const open = openServices(openData);
const invented = inventedServices();
writeTable(join(folder, 'services.csv'), serviceColumns, [...invented, ...open]);
const schools = openSchools(openData);
writeTable(join(folder, 'schools.csv'), Object.values(schoolColumns), schools);
console.log(`${invented.length} made-up and ${open.length} open rows, ${schools.length} schools`);
