import type { IncomingMessage } from 'node:http';
import { bodyLimitFor } from '../body-limit.ts';

export type BodyRead =
  | { readonly kind: 'whole'; readonly body: Buffer }
  | { readonly kind: 'too-large' }
  | { readonly kind: 'gone' };

/** True when the request says by itself that its body is over the limit. */
export function announcesTooMuch(request: IncomingMessage): boolean {
  return Number(request.headers['content-length'] ?? 0) > limitOf(request);
}

const limitOf = ({ url, headers }: IncomingMessage): number =>
  bodyLimitFor(url ?? '', headers.cookie);

/**
 * Reads a request's body, counting as it comes, and stops at the limit without keeping the rest.
 * `gone` means that the client left, or was too slow and was cut off.
 */
export function readBody(request: IncomingMessage): Promise<BodyRead> {
  if (announcesTooMuch(request)) return Promise.resolve({ kind: 'too-large' });
  const limit = limitOf(request);
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const settle = (read: BodyRead) => {
      request.off('data', take).off('end', finish).off('close', leave);
      resolve(read);
    };
    const take = (chunk: Buffer) => {
      size += chunk.length;
      if (size > limit) settle({ kind: 'too-large' });
      else chunks.push(chunk);
    };
    const finish = () => {
      settle({ kind: 'whole', body: Buffer.concat(chunks, size) });
    };
    const leave = () => {
      settle({ kind: 'gone' });
    };
    request.on('data', take).on('end', finish).on('close', leave).on('error', leave);
  });
}
