import { join } from 'node:path';
import { newFolder, runScript, startSite } from '../support/site.ts';
import { testWholeLine } from './line/whole-line.ts';

const fixtures = join(import.meta.dirname, '../fixtures');
const postcodes = join(import.meta.dirname, '../../content/sample-area/postcodes.csv');
const realFile = join(fixtures, 'ofsted/ofsted_mi_2021-08-31_trafford.csv');

// With Ofsted’s own file; the pages are those of the sample area.
testWholeLine(async () => {
  const folder = newFolder();
  runScript(folder, 'scripts/import.ts', ['postcodes', postcodes]);
  runScript(folder, 'scripts/import.ts', ['ofsted', realFile, '--authority', 'Trafford']);
  const site = await startSite({ folder, environment: { SAMPLE_AREA: 'none' } });
  const invitation = ['invite', 'asha@council.example', '--role', 'broker'];
  const printed = runScript(folder, 'scripts/staff.ts', invitation);
  const token = /\/staff\/join\/\S+/.exec(printed)?.[0] ?? '';
  return { site, brokerLink: site.url + token };
}, 'in passing');
