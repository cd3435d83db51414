/** Takes one file into a database as `npm run import` does and prints what that cost, as JSON. */
import { openDatabase } from '#db/open-database.ts';
import { importOfsted } from '#exchange/import-ofsted.ts';
import { importPostcodes } from '#exchange/import-postcodes.ts';
import { readKeyRing } from '#platform/crypto/key-ring.ts';
import { newKeysFile } from '#platform/crypto/open-key-ring.ts';
import { systemClock } from '#platform/clock.ts';
import { systemIds } from '#platform/ids.ts';

const [kind, file = '', databaseFile = ''] = process.argv.slice(2);
const db = openDatabase(databaseFile);
const ctx = { db, clock: systemClock, ids: systemIds, keys: readKeyRing(newKeysFile()) };
const started = performance.now();
const outcome = kind === 'postcodes' ? importPostcodes(ctx, file) : importOfsted(ctx, file);
if (!outcome.ok) throw new Error(outcome.refusal.code);
db.$client.close();
const { added, changed, unchanged, left } = outcome.value;
const cpu = process.cpuUsage();
process.stdout.write(
  JSON.stringify({
    ...{ added, changed, unchanged, left },
    seconds: (performance.now() - started) / 1000,
    processorSeconds: (cpu.user + cpu.system) / 1_000_000,
    megabytes: process.resourceUsage().maxRSS / 1024,
  }),
);
