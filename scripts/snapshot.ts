/** `npm run snapshot -- FILE`: copies the public directory into a file for read-only copies of the site. */
import { parseArgs } from 'node:util';
import { writeSnapshot } from '#db/write-snapshot.ts';
import { readSettings } from '#platform/settings/settings.ts';

const usage = `Use: npm run snapshot -- FILE [--from DATABASE]
FILE is made, or brought up to date in one step while sites read it. It holds the public directory and
nothing that families, providers or staff told in confidence. DATABASE is DATABASE_PATH unless given.`;

try {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { from: { type: 'string' } },
  });
  const [target, ...more] = positionals;
  if (target === undefined || more.length > 0) throw new Error('Name one file');
  const began = performance.now();
  const { rows } = writeSnapshot(values.from ?? readSettings(process.env).databasePath, target);
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  console.log(`${target} is as the directory is now: ${rows} rows, ${seconds} s`);
} catch (error) {
  console.error(`${error instanceof Error ? error.message : 'The snapshot failed'}\n${usage}`);
  process.exitCode = 1;
}
