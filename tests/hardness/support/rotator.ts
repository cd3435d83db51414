/** Rotates the keys of a site's folder, to be killed meanwhile: prints `done <count>` per batch, then `end`. */
import { writeSync } from 'node:fs';
import { rotateKeys } from '#platform/crypto/rotate-keys.ts';
import { openSiteApp } from './site-app.ts';

const [folder = ''] = process.argv.slice(2);
const app = openSiteApp(folder);
rotateKeys(app, (done) => writeSync(1, `done ${done}\n`));
writeSync(1, 'end\n');
app.db.$client.close();
