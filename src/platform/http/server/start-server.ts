import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { answerBrokenConnections } from './broken-connections.ts';
import { openPageCache } from './page-cache.ts';
import { securityHeaders } from './security-headers.ts';
import { serveRequest } from './serve-request.ts';
import { usualLimits, type Limits, type ServerOptions } from './server-options.ts';
import { siteFiles } from './site-files.ts';
import { addressOf, stopServer, watchQuietConnections } from './stop-server.ts';

export type RunningServer = {
  /** Where it listens, such as `http://localhost:4321`. */
  readonly url: string;
  /** Takes no more requests, lets those under way finish for a few seconds, and closes. */
  readonly stop: () => Promise<void>;
};

/**
 * Serves the site: this layer answers files, health and whatever is not well formed, Astro makes
 * the pages, and every answer leaves with the security headers, compressed, tagged and logged.
 * Rejects when it cannot listen, such as on a port in use.
 */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const limits = { ...usualLimits, ...options.limits };
  const { publicPages, publicUrl } = options;
  const security = securityHeaders(publicUrl?.startsWith('https:') ?? false, options.imageOrigin);
  const cache = publicPages && publicPages.bytes > 0 ? openPageCache(publicPages) : undefined;
  const origin = publicUrl === undefined ? undefined : new URL(publicUrl);
  const site = { ...options, files: siteFiles(options), cache, origin };
  const server = createServer(nodeOptions(limits));
  const serve = (request: IncomingMessage, response: ServerResponse, awaitsContinue: boolean) => {
    const isStopping = () => !server.listening;
    void serveRequest({ site, security, limits, isStopping }, request, response, awaitsContinue);
  };
  server.on('request', (request, response) => {
    serve(request, response, false);
  });
  // Without these Node asks for the whole body, or refuses it in words of its own, before we see it.
  server.on('checkContinue', (request, response) => {
    serve(request, response, true);
  });
  server.on('checkExpectation', (request, response) => {
    serve(request, response, false);
  });
  const quiet = watchQuietConnections(server);
  answerBrokenConnections(server, security, options);
  server.listen(options.port, options.host);
  await once(server, 'listening');
  return {
    url: addressOf(server, options.host),
    stop: () => stopServer(server, quiet, limits.stop),
  };
}

const nodeOptions = (limits: Limits) => ({
  /** Bytes of the address and all headers together. */
  maxHeaderSize: 32 * 1024,
  headersTimeout: limits.headers,
  requestTimeout: limits.request,
  keepAliveTimeout: limits.keepAlive,
  connectionsCheckingInterval: Math.min(5_000, limits.headers),
  /** We say it ourselves, with the security headers. */
  requireHostHeader: false,
});
