import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { counting, seen, serveKept } from './kept-site.ts';
import { html, raw } from './serving.ts';

describe('a page for everybody is made once', () => {
  test.each(['br', 'gzip', 'identity'])(
    'and given again byte for byte, in %s',
    async (encoding) => {
      const { page, made } = counting();
      const { url } = await serveKept({ '/find': page });
      const first = await seen(`${url}/find?near=M33`, { 'accept-encoding': encoding });
      const second = await seen(`${url}/find?near=M33`, { 'accept-encoding': encoding });
      expect(second).toEqual(first);
      expect(first.headers[0]).toBe('public, no-cache');
      expect(first.headers[1]).toBe(encoding === 'identity' ? null : encoding);
      expect(made()).toBe(1);
    },
  );

  test('however its query is written', async () => {
    const { page, made } = counting();
    const { url } = await serveKept({ '/find': page });
    const first = await seen(`${url}/find?near=M33%202DH&kind=a&kind=b`);
    expect(await seen(`${url}/find?kind=a&near=M33+2DH&kind=b`)).toEqual(first);
    expect(made()).toBe(1);
  });

  test('for HEAD and GET alike', async () => {
    const { page, made } = counting();
    const { url, port } = await serveKept({ '/find': page });
    const asked = 'HEAD /find HTTP/1.1\r\nHost: 127.0.0.1:1\r\nConnection: close\r\n\r\n';
    const head = await raw(port, (socket) => socket.write(asked));
    const get = await raw(port, (socket) => socket.write(asked.replace('HEAD', 'GET')));
    expect(head.body).toBe('');
    expect(head.head).toContain(`content-length: ${String(get.body.length)}`);
    expect(get.body).toContain('made 1');
    expect((await fetch(`${url}/find`, { method: 'HEAD' })).status).toBe(200);
    expect(made()).toBe(2);
  });

  test('and not sent at all to a browser that has it', async () => {
    const { page, made } = counting();
    const { url } = await serveKept({ '/find': page });
    const tag = (await fetch(`${url}/find`)).headers.get('etag') ?? '';
    const again = await fetch(`${url}/find`, { headers: { 'if-none-match': tag } });
    expect(again.status).toBe(304);
    expect(again.headers.get('vary')).toBe('Accept-Language, Accept-Encoding');
    expect(again.headers.get('cache-control')).toBe('public, no-cache');
    expect(made()).toBe(1);
  });

  test('even when many ask at the same time', async () => {
    let made = 0;
    const { url } = await serveKept({
      '/find': async (_, answer) => {
        made += 1;
        await wait(100);
        html(answer, `made ${String(made)}`);
      },
    });
    const bodies = await Promise.all(
      Array.from({ length: 20 }, () => seen(`${url}/find?near=M33`)),
    );
    expect(new Set(bodies.map(({ body }) => body))).toEqual(new Set(['made 1']));
  });

  test('and each request still has a number and a log line of its own', async () => {
    const { url, logged } = await serveKept({ '/find': counting().page });
    const ids = [];
    for (let asked = 0; asked < 2; asked += 1)
      ids.push((await fetch(`${url}/find`)).headers.get('x-request-id'));
    expect(ids).toEqual(['request-1', 'request-2']);
    await expect.poll(() => logged().map(({ id }) => id)).toEqual(ids);
  });
});

describe('different pages are not mixed up', () => {
  test.each([
    ['another query', '/find?near=M33', '/find?near=M34'],
    ['another order of the same name', '/find?kind=a&kind=b', '/find?kind=b&kind=a'],
    ['an empty answer and none', '/find?within=', '/find'],
    ['another language', '/find', '/ur/find'],
    ['another page', '/find/a', '/find/b'],
  ])('%s', async (_, one, other) => {
    const { page } = counting();
    const { url } = await serveKept({
      ...{ '/find': page, '/ur/find': page, '/find/a': page, '/find/b': page },
    });
    const first = await seen(url + one);
    const second = await seen(url + other);
    expect(second.body).not.toBe(first.body);
    expect((await seen(url + one)).body).toBe(first.body);
    expect((await seen(url + other)).body).toBe(second.body);
  });

  test('another host, which links may be made from', async () => {
    const { port } = await serveKept({
      '/find': (request, answer) => {
        html(answer, `at ${String(request.headers['host'])}`);
      },
    });
    const at = async (host: string) => {
      const asked = `GET /find HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`;
      return (await raw(port, (socket) => socket.write(asked))).body;
    };
    expect(await at('evil.example')).toBe('at evil.example');
    expect(await at('fis.example')).toBe('at fis.example');
  });

  test('another language that the reader prefers, where the page offers it', async () => {
    const { url } = await serveKept({
      '/find': (request, answer) => {
        const offered = String(request.headers['accept-language'] ?? 'nothing');
        html(answer, `offers ${offered}`);
      },
    });
    const offers = (language: string) => seen(`${url}/find`, { 'accept-language': language });
    expect((await offers('ur-PK,ur;q=0.9')).body).toBe('offers ur');
    expect((await offers('en-GB')).body).toBe('offers nothing');
    expect((await offers('ur')).body).toBe('offers ur');
    expect((await offers('fr')).headers.at(-1)).toBe('Accept-Language, Accept-Encoding');
  });
});

test('a page for everybody learns nothing of the one who asks', async () => {
  const { url } = await serveKept({
    '/find': (request, answer) => {
      const names = Object.keys(request.headers).filter((name) => name !== 'host');
      html(answer, JSON.stringify([names, request.socket.remoteAddress ?? null]));
    },
  });
  const headers = { cookie: '_analytics=1; theirs=2', referer: 'http://x/', 'user-agent': 'x' };
  expect((await seen(`${url}/find`, headers)).body).toBe('[[],null]');
});
