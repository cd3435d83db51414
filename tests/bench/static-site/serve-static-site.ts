/** Serves the page that `build-static-site.ts` built, through the same Node layer as our own. */
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { loadPageHandler } from '#platform/http/server/page-handler.ts';
import { startServer } from '#platform/http/server/start-server.ts';
import { jsonLog } from '#platform/log.ts';

const [folder = ''] = process.argv.slice(2);
const server = await startServer({
  host: '127.0.0.1',
  port: Number(process.env['PORT']),
  publicUrl: undefined,
  handler: await loadPageHandler(join(folder, 'dist')),
  locals: {},
  clientDir: join(folder, 'dist/client'),
  brandCss: '',
  log: jsonLog(
    (line) => process.stderr.write(line),
    () => new Date(),
  ),
  newId: randomUUID,
  health: () => ({ ok: true }),
  problemPath: () => '/',
  lastWords: (problem) => ({ title: problem, text: '' }),
});
process.once('SIGTERM', () => void server.stop());
