import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/** Knows which connections are open with nothing being asked on them. */
export function watchQuietConnections(server: Server): ReadonlySet<Socket> {
  const quiet = new Set<Socket>();
  const asked = ({ socket }: IncomingMessage, response: ServerResponse) => {
    quiet.delete(socket);
    response.once('close', () => {
      if (!socket.destroyed) quiet.add(socket);
    });
  };
  server.prependListener('request', asked).prependListener('checkContinue', asked);
  server.on('connection', (socket) => {
    quiet.add(socket);
    socket.once('close', () => quiet.delete(socket));
  });
  return quiet;
}

/**
 * Takes no new connections, closes those on which nothing is asked (Node itself keeps one that has
 * never asked anything), waits up to `patience` milliseconds for answers under way, then cuts.
 */
export function stopServer(
  server: Server,
  quiet: ReadonlySet<Socket>,
  patience: number,
): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => {
      server.closeAllConnections();
    }, patience);
    server.close(() => {
      clearTimeout(timer);
      resolve();
    });
    for (const socket of quiet) socket.destroy();
  });
}

/** The address that a listening server is reached at. */
export function addressOf(server: Server, host: string): string {
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return `http://${host.includes(':') ? `[${host}]` : host}:${String(port)}`;
}
