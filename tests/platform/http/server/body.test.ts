import type { Socket } from 'node:net';
import { expect, test } from 'vitest';
import { html, raw, serve, type Page } from './serving.ts';

const echo: Page = (request, answer) => {
  html(answer, `got ${String(request.body?.length)} bytes`);
};
const pages: Record<string, Page> = {
  '/': echo,
  '/ur/ask': echo,
  '/problem/too-large': (_, answer) => {
    html(answer, 'too much at once');
  },
  '/ur/problem/too-large': (request, answer) => {
    html(answer, `ایک ساتھ بہت زیادہ ${request.method} ${String(request.body)}`);
  },
};
const limit = 256 * 1024;

test('a form of exactly 256 kB arrives whole', async () => {
  const { url } = await serve(pages);
  const answer = await fetch(url, { method: 'POST', body: 'x'.repeat(limit) });
  expect(await answer.text()).toBe(`got ${String(limit)} bytes`);
});

test('a form of one byte more is refused in the language of its page', async () => {
  const { url } = await serve(pages);
  const answer = await fetch(`${url}/ur/ask`, { method: 'POST', body: 'x'.repeat(limit + 1) });
  expect(answer.status).toBe(413);
  expect(answer.headers.get('connection')).toBe('close');
  expect(await answer.text()).toBe('ایک ساتھ بہت زیادہ GET undefined');
});

test('what says it is too large is refused before a byte of it is sent', async () => {
  const { port } = await serve(pages, { limits: { linger: 100 } });
  const answer = await raw(port, (socket) =>
    socket.write('POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 99999999999\r\n\r\n'),
  );
  expect(answer.status).toBe(413);
  expect(answer.body).toBe('too much at once');
});

test('what waits to be told to send is told not to when it is too large', async () => {
  const { port } = await serve(pages, { limits: { linger: 100 } });
  const ask = (length: number, body: string) => (socket: Socket) => {
    socket.write(
      `POST / HTTP/1.1\r\nHost: a\r\nConnection: close\r\nExpect: 100-continue\r\nContent-Length: ${String(length)}\r\n\r\n`,
    );
    socket.on('data', (chunk: Buffer) => chunk.includes('100 Continue') && socket.write(body));
  };
  expect((await raw(port, ask(300_000, ''))).head).toMatch(/^http\/1\.1 413/);
  const small = await raw(port, ask(5, 'hello'));
  expect(small.head).toMatch(/^http\/1\.1 100 continue/);
  expect(small.body).toContain('got 5 bytes');
});

test('what does not say its length is counted, and cut at the limit', async () => {
  const { port } = await serve(pages);
  const chunk = `10000\r\n${'x'.repeat(0x10000)}\r\n`;
  const answer = await raw(port, (socket) => {
    socket.write('POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n');
    for (let sent = 0; sent < 20; sent += 1) socket.write(chunk);
    socket.write('0\r\n\r\n');
  });
  expect(answer.status).toBe(413);
  expect(answer.body).toBe('too much at once');
});

test('a client that goes on sending 20 MB still gets its answer', async () => {
  const { port } = await serve(pages);
  const block = Buffer.alloc(1024 * 1024, 'x');
  const answer = await raw(port, (socket) => {
    socket.write(
      `POST / HTTP/1.1\r\nHost: a\r\nContent-Length: ${String(20 * block.length)}\r\n\r\n`,
    );
    for (let sent = 0; sent < 20; sent += 1) socket.write(block);
  });
  expect(answer.status).toBe(413);
  expect(answer.head).toContain('connection: close');
  expect(answer.body).toBe('too much at once');
});

test('a client that sends a form a byte at a time is cut off', async () => {
  const { port, logged } = await serve(pages, { limits: { headers: 200, request: 300 } });
  const answer = await raw(port, (socket) => {
    socket.write('POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1000\r\n\r\n');
    const drip = setInterval(() => socket.write('x'), 50);
    socket.on('close', () => {
      clearInterval(drip);
    });
    socket.on('end', () => {
      clearInterval(drip);
    });
  });
  expect(answer.status).toBe(408);
  expect(logged()).toContainEqual(
    expect.objectContaining({ event: 'request-refused', status: 408 }),
  );
});

test('a client that never finishes its headers is cut off', async () => {
  const { port } = await serve(pages, { limits: { headers: 200, request: 300 } });
  const answer = await raw(port, (socket) => socket.write('GET / HTTP/1.1\r\nHost: a\r\nX: '));
  expect(answer.status).toBe(408);
});

test('a client that leaves halfway is noted, and no page is made', async () => {
  let made = 0;
  const { port, logged } = await serve({ '/': () => void (made += 1) });
  await raw(port, (socket) => {
    socket.write('POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1000\r\n\r\nhalf');
    setTimeout(() => socket.destroy(), 50);
  });
  await expect
    .poll(() => logged().at(-1))
    .toMatchObject({ event: 'request', status: 0, cutShort: true });
  expect(made).toBe(0);
});

test('a form keeps its type and its bytes', async () => {
  const { url } = await serve({
    '/': (request, answer) => {
      html(answer, `${String(request.headers['content-type'])} ${String(request.body)}`);
    },
  });
  const answer = await fetch(url, {
    method: 'POST',
    body: new URLSearchParams({ name: 'Zoë 😀' }),
  });
  expect(await answer.text()).toBe(
    'application/x-www-form-urlencoded;charset=UTF-8 name=Zo%C3%AB+%F0%9F%98%80',
  );
});
