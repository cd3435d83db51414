/** Asks a server for pages over plain sockets, as told by messages: runs in a process of its own. */
import { connect } from 'node:net';
import type { Load, Loaded } from './load.ts';

process.on('message', (load: Load) => {
  void run(load).then((loaded) => process.send?.(loaded));
});

async function run(load: Load): Promise<Loaded> {
  const { port, paths, connections, milliseconds, cookie } = load;
  const whose = cookie === undefined ? '' : `Cookie: ${cookie}\r\n`;
  const requests = paths.map((path) =>
    Buffer.from(
      `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nAccept-Encoding: gzip, deflate, br\r\n${whose}\r\n`,
    ),
  );
  const waits: number[] = [];
  const began = performance.now();
  const end = began + milliseconds;
  let turn = 0;
  const next = (): Buffer | undefined => {
    if (performance.now() >= end) return undefined;
    turn += 1;
    return requests[turn % requests.length];
  };
  const one = () => askInTurn(port, next, (wait) => waits.push(wait));
  await Promise.all(Array.from({ length: connections }, one));
  return { waits, seconds: (performance.now() - began) / 1000 };
}

/** Sends requests over one connection, each when the one before has been answered whole. */
function askInTurn(
  port: number,
  next: () => Buffer | undefined,
  answered: (wait: number) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1').setNoDelay(true);
    let sent = 0;
    let head = '';
    let missing = -1;
    const ask = () => {
      const request = next();
      if (!request) {
        socket.destroy();
        resolve();
        return;
      }
      head = '';
      missing = -1;
      sent = performance.now();
      socket.write(request);
    };
    socket.on('connect', ask).on('error', reject);
    socket.on('data', (chunk: Buffer) => {
      if (missing < 0) {
        head += chunk.toString('latin1');
        const end = head.indexOf('\r\n\r\n');
        if (end < 0) return;
        missing = bodyLength(head.slice(0, end)) - (head.length - end - 4);
      } else missing -= chunk.length;
      if (missing > 0) return;
      answered(performance.now() - sent);
      ask();
    });
  });
}

function bodyLength(head: string): number {
  const length = /\r\ncontent-length: (\d+)/i.exec(head)?.[1];
  if (!head.startsWith('HTTP/1.1 200 ') || length === undefined)
    throw new Error(`Not a page of known length: ${head}`);
  return Number(length);
}
