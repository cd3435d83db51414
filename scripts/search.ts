/** `npm run search -- rebuild|status|check`: the search server's index of the directory. */
import { randomInt } from 'node:crypto';
import { join } from 'node:path';
import { openDatabase } from '#db/open-database.ts';
import { checkServedIndex } from '#directory/check-served-index.ts';
import { directoryStateOf } from '#directory/directory-index.ts';
import { readCursor } from '#directory/search-cursor-store.ts';
import { openServedIndex, type ServedIndex } from '#directory/served-index.ts';
import { isServedCurrent, rebuildServedIndex } from '#directory/update-served-index.ts';
import { systemClock } from '#platform/clock.ts';
import { openCatalogue } from '#platform/i18n/words.ts';
import { systemIds } from '#platform/ids.ts';
import { reasonOf } from '#platform/search/meilisearch/server-failure.ts';
import { readSettings } from '#platform/settings/settings.ts';

const usage = `Use: npm run search -- rebuild | status | check
rebuild fills the index anew beside the one that answers, and swaps them.
status says what the server has and whether it is up to date.
check compares counts and 500 places taken by chance with the directory; it exits with 1 if they differ.`;
const sample = 500;
const root = join(import.meta.dirname, '..');

const commands: Readonly<
  Record<string, (app: SearchApp, served: ServedIndex) => Promise<boolean>>
> = { rebuild, status, check };

try {
  const [command = '', ...more] = process.argv.slice(2);
  const run = Object.hasOwn(commands, command) ? commands[command] : undefined;
  if (run === undefined || more.length > 0) throw new RangeError(usage);
  const settings = readSettings(process.env);
  if (settings.meilisearch === undefined) throw new RangeError('MEILI_URL is not set');
  const app = openApp(settings.databasePath);
  const catalogue = openCatalogue(join(root, 'content/locales'), settings.languages);
  const isWell = await run(app, openServedIndex(settings.meilisearch, { catalogue }));
  app.db.$client.close();
  process.exitCode = isWell ? 0 : 1;
} catch (error) {
  console.error(
    error instanceof Error && error.name === 'SettingsError' ? error.message : reasonOf(error),
  );
  process.exitCode = 1;
}

type SearchApp = ReturnType<typeof openApp>;
function openApp(file: string) {
  return { db: openDatabase(file), clock: systemClock, ids: systemIds };
}

async function rebuild(app: SearchApp, served: ServedIndex): Promise<boolean> {
  const began = performance.now();
  if ((await rebuildServedIndex(app, served)) === 'elsewhere') {
    console.error('Another process is writing the index; try again in a minute');
    return false;
  }
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  console.log(`${await served.server.count()} places are indexed, ${seconds} s`);
  return true;
}

async function status(app: SearchApp, served: ServedIndex): Promise<boolean> {
  const known = readCursor(app.db, served.name);
  const { version } = directoryStateOf(app);
  console.log(
    [
      `Index ${served.name}: ${(await served.server.count()) ?? 'no'} documents`,
      `Directory version ${version}; the index knows ${known?.version ?? 'none'}`,
      isServedCurrent(app, served) ? 'Up to date' : 'Behind: searches are answered by each process',
      ...((await served.server.hasLeftOver()) ? ['A rebuild is under way, or broke off'] : []),
    ].join('\n'),
  );
  return true;
}

async function check(app: SearchApp, served: ServedIndex): Promise<boolean> {
  const { expected, found, compared, differing } = await checkServedIndex(
    ...([app, served, sample, (below: number) => randomInt(below)] as const),
  );
  console.log(`Places: ${expected}; documents: ${found ?? 'no index'}`);
  console.log(`Of ${compared} places compared, ${differing.length} differ`);
  for (const id of differing) console.log(`  ${id}`);
  return expected === found && differing.length === 0;
}
