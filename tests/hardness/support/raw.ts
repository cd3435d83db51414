import { connect } from 'node:net';

/**
 * Sends lines as they are, then `body`, over a socket of its own; gives the first answer once the
 * server has sent all of it or closed. Rejects when nothing has come in 8 seconds.
 */
export function raw(port: number, lines: readonly string[], body: Buffer = Buffer.alloc(0)) {
  return new Promise<{ status: number; head: string; body: string }>((resolve, reject) => {
    const socket = connect(port, 'localhost');
    const chunks: Buffer[] = [];
    const finish = () => {
      socket.destroy();
      const [head = '', text = ''] = Buffer.concat(chunks)
        .toString()
        .split(/\r\n\r\n(.*)/s);
      resolve({ status: Number(head.split(' ')[1]), head: head.toLowerCase(), body: text });
    };
    socket.on('data', (chunk: Buffer) => {
      chunks.push(chunk);
      if (isWhole(Buffer.concat(chunks))) finish();
    });
    socket.on('close', finish).on('error', reject);
    socket.setTimeout(30_000, () => reject(new Error('No answer came')));
    socket.write(`${lines.join('\r\n')}\r\n\r\n`);
    if (body.length > 0) socket.write(body);
  });
}

function isWhole(bytes: Buffer): boolean {
  const end = bytes.indexOf('\r\n\r\n');
  const length = /content-length: (\d+)/i.exec(bytes.toString('latin1', 0, end))?.[1];
  return end >= 0 && length !== undefined && bytes.length >= end + 4 + Number(length);
}
