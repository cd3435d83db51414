import { connect } from 'node:net';
import { expect, test } from 'vitest';
import { html, serve } from './serving.ts';

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

test('the health check tells a monitor whether all is well', async () => {
  let ok = true;
  const { url } = await serve({}, { health: () => ({ ok, database: ok ? 'open' : 'full' }) });
  const well = await fetch(`${url}/healthz`);
  expect([well.status, await well.json()]).toEqual([200, { ok: true, database: 'open' }]);
  ok = false;
  const ill = await fetch(`${url}/healthz`);
  expect([ill.status, await ill.json()]).toEqual([503, { ok: false, database: 'full' }]);
  expect(ill.headers.get('cache-control')).toBe('no-store');
});

test('stopping lets an answer under way finish, and closes idle connections', async () => {
  const { url, port, stop } = await serve({
    '/slow': async (_, answer) => {
      await wait(300);
      html(answer, 'finished');
    },
  });
  const idle = connect(port, '127.0.0.1');
  const idleClosed = new Promise((resolve) => idle.on('close', resolve));
  await fetch(`${url}/healthz`);
  const slow = fetch(`${url}/slow`);
  await wait(100);
  const began = performance.now();
  await stop();
  expect(performance.now() - began).toBeLessThan(2_000);
  const answer = await slow;
  expect(await answer.text()).toBe('finished');
  expect(answer.headers.get('connection')).toBe('close');
  await idleClosed;
  await expect(fetch(url)).rejects.toThrow();
});

test('an answer that never comes does not keep the server from stopping', async () => {
  const { url, stop } = await serve(
    { '/never': () => new Promise<void>(() => undefined) },
    { limits: { stop: 200 } },
  );
  const never = fetch(`${url}/never`).catch(() => 'cut');
  await wait(100);
  await stop();
  expect(await never).toBe('cut');
});

test('a port in use is said at once', async () => {
  const { port } = await serve();
  await expect(serve({}, { port })).rejects.toThrow(/EADDRINUSE/);
});

test('a connection serves one request after another', async () => {
  const { port } = await serve({
    '/': (_, answer) => {
      html(answer, 'again');
    },
  });
  const socket = connect(port, '127.0.0.1');
  let text = '';
  socket.on('data', (chunk) => {
    text += chunk.toString();
  });
  for (let asked = 1; asked <= 3; asked += 1) {
    socket.write('GET / HTTP/1.1\r\nHost: a\r\n\r\n');
    await expect.poll(() => text.split('again').length - 1).toBe(asked);
  }
  socket.destroy();
});
