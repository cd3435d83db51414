import { mkdtempSync } from 'node:fs';
import { openDatabase } from '#db/open-database.ts';
import { importOfsted } from '#exchange/import-ofsted.ts';
import { importPostcodes } from '#exchange/import-postcodes.ts';
import { describeReport } from '#exchange/import-report.ts';
import { systemIds } from '#platform/ids.ts';
import { randomBytes } from 'node:crypto';
const folder = mkdtempSync('/tmp/natl/db-');
const db = openDatabase(folder + '/fis.sqlite');
const ctx = { db, clock: { now: () => new Date() }, ids: systemIds, keys: { audit: randomBytes(32) } as never };
let t = performance.now(); let c = process.cpuUsage();
const lap = (name: string) => { console.log(name, Math.round(performance.now() - t), 'ms', 'cpu', Math.round((process.cpuUsage(c).user + process.cpuUsage(c).system) / 1000), Math.round(process.resourceUsage().maxRSS / 1024), 'MB peak'); t = performance.now(); c = process.cpuUsage(); };
lap('open');
const p = importPostcodes(ctx, process.argv[3] ?? '/work/main/content/sample-area/postcodes.csv');
if (!p.ok) console.log(p);
lap('postcodes'); console.log(process.memoryUsage());
for (const file of process.argv[2]!.split(',')) {
const one = importOfsted(ctx, file);
lap('import'); console.log(one.ok ? describeReport(one.value).slice(0, 8).join('; ') : one);
}
db.$client.close();
lap('close'); console.log(folder);
