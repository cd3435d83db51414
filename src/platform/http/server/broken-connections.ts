import { STATUS_CODES, type Server, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { plainPage, type ServerProblem } from './plain-page.ts';
import type { ServerOptions } from './server-options.ts';

const statuses: Readonly<Record<string, readonly [status: number, problem: ServerProblem]>> = {
  HPE_HEADER_OVERFLOW: [431, 'too-large'],
  HPE_CHUNK_EXTENSIONS_OVERFLOW: [413, 'too-large'],
  ERR_HTTP_REQUEST_TIMEOUT: [408, 'unexpected'],
};

/**
 * Answers what never becomes a request (not HTTP, headers without end, too slow) with the same
 * security headers as ever, and closes the connection. One that has begun to be answered is cut.
 */
export function answerBrokenConnections(
  server: Server,
  security: Readonly<Record<string, string>>,
  { log, lastWords }: Pick<ServerOptions, 'log' | 'lastWords'>,
): void {
  const answering = new WeakMap<Duplex, ServerResponse>();
  const remember = (_: unknown, response: ServerResponse) => {
    if (response.socket) answering.set(response.socket, response);
  };
  server.prependListener('request', remember).prependListener('checkContinue', remember);
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    const begun = answering.get(socket);
    const halfAnswered = begun?.headersSent === true && !begun.writableFinished;
    if (error.code === 'ECONNRESET' || !socket.writable || halfAnswered) {
      socket.destroy();
      return;
    }
    const [status, problem] = statuses[error.code ?? ''] ?? ([400, 'bad-address'] as const);
    log.info('request-refused', { status, reason: error.code });
    socket.end(byHand(plainPage(status, lastWords(problem)), security));
  });
}

/** There is no `ServerResponse` for these, so the answer is written out. */
function byHand(
  page: ReturnType<typeof plainPage>,
  security: Readonly<Record<string, string>>,
): Buffer {
  const headers = {
    ...page.headers,
    ...security,
    connection: 'close',
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  const status = `HTTP/1.1 ${String(page.status)} ${STATUS_CODES[page.status] ?? ''}`;
  return Buffer.concat([Buffer.from([status, ...lines, '', ''].join('\r\n'), 'latin1'), page.body]);
}
