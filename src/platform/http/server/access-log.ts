import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Log } from '../../log.ts';
import { redactPath } from './redact-path.ts';

/**
 * Writes one line for a request once its answer has left, or its client has. `bytes` tells the size
 * of the answer's body as it was sent.
 */
export function logWhenClosed(
  log: Log,
  request: IncomingMessage,
  response: ServerResponse,
  { id, bytes }: { readonly id: string; readonly bytes: () => number },
): void {
  const began = performance.now();
  response.once('close', () => {
    const [path = ''] = (request.url ?? '').split('?', 1);
    log.info('request', {
      id,
      method: request.method,
      path: redactPath(path),
      status: response.headersSent ? response.statusCode : 0,
      ms: Math.round((performance.now() - began) * 10) / 10,
      bytes: bytes(),
      ...(!response.writableFinished && { cutShort: true }),
    });
  });
}
