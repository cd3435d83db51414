import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach } from 'vitest';
import { z } from 'zod';
import type { PageCollector } from '#platform/http/server/page-collector.ts';
import type { PageRequest } from '#platform/http/server/page-handler.ts';
import type { ServerOptions } from '#platform/http/server/server-options.ts';
import { startServer } from '#platform/http/server/start-server.ts';
import { jsonLog } from '#platform/log.ts';

/** A page of the stand-in for Astro. */
export type Page = (
  request: PageRequest,
  answer: PageCollector,
  locals: object,
) => void | Promise<void>;

export const html = (answer: PageCollector, body: string, headers: Record<string, string> = {}) => {
  answer.writeHead(200, { 'content-type': 'text/html', ...headers });
  answer.end(body);
};

const logLine = z.record(z.string(), z.unknown());

const endings: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of endings.splice(0)) await end();
});

export type Served = {
  readonly url: string;
  readonly port: number;
  readonly stop: () => Promise<void>;
  /** Every log line so far, parsed. */
  readonly logged: () => Record<string, unknown>[];
};

/** Starts a real server on a free port; it ends with the test. Files go into its public folder. */
export async function serve(
  pages: Readonly<Record<string, Page>> = {},
  {
    files = {},
    ...options
  }: Partial<ServerOptions> & { readonly files?: Readonly<Record<string, string | Buffer>> } = {},
): Promise<Served> {
  const clientDir = mkdtempSync(join(tmpdir(), 'client-'));
  for (const [name, body] of Object.entries(files)) {
    mkdirSync(dirname(join(clientDir, name)), { recursive: true });
    writeFileSync(join(clientDir, name), body);
  }
  const lines: string[] = [];
  let count = 0;
  const server = await startServer({
    host: '127.0.0.1',
    port: 0,
    publicUrl: undefined,
    handler: standIn(pages),
    locals: {},
    clientDir,
    brandCss: ':root{--brand:#0b5345}',
    log: jsonLog(
      (line) => lines.push(line),
      () => new Date(0),
    ),
    newId: () => `request-${String((count += 1))}`,
    health: () => ({ ok: true }),
    problemPath: (path, problem) => `${path.startsWith('/ur/') ? '/ur' : ''}/problem/${problem}`,
    lastWords: (problem) => ({ title: `Last words: ${problem}`, text: 'Call <us>' }),
    ...options,
  });
  endings.push(async () => {
    await server.stop();
    rmSync(clientDir, { recursive: true });
  });
  return {
    ...server,
    port: Number(new URL(server.url).port),
    logged: () => lines.map((line) => logLine.parse(JSON.parse(line))),
  };
}

const standIn =
  (pages: Readonly<Record<string, Page>>): ServerOptions['handler'] =>
  async (request, answer, _next, locals) => {
    const page = pages[new URL(request.url, 'http://x').pathname];
    if (page) return page(request, answer, locals);
    answer.writeHead(404, { 'content-type': 'text/html' });
    answer.end('<p>no such page</p>');
  };

export type RawAnswer = { readonly status: number; readonly head: string; readonly body: string };

/** Sends bytes as they are over a socket of its own and reads until the server closes it. */
export async function raw(port: number, sends: (socket: Socket) => void): Promise<RawAnswer> {
  const socket = connect(port, '127.0.0.1');
  const chunks: Buffer[] = [];
  socket.on('data', (chunk: Buffer) => chunks.push(chunk));
  const closed = new Promise<void>((resolve, reject) => {
    socket.on('close', () => {
      resolve();
    });
    socket.on('error', reject);
    socket.setTimeout(30_000, () => socket.destroy(new Error('the server never closed')));
  });
  sends(socket);
  await closed;
  const text = Buffer.concat(chunks).toString();
  const [head = '', body = ''] = text.split(/\r\n\r\n(.*)/s);
  return { status: Number(head.split(' ')[1]), head: head.toLowerCase(), body };
}
