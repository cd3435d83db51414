import { describe, expect, test } from 'vitest';
import { isPlainHost, readTarget } from '#platform/http/server/request-target.ts';
import { html, raw, serve, type Page } from './serving.ts';

const show: Page = (request, answer) => {
  const { host, ...rest } = request.headers;
  const scheme = request.socket.encrypted ? 'https' : 'http';
  html(
    answer,
    JSON.stringify({
      at: `${scheme}://${String(host)}`,
      url: request.url,
      names: Object.keys(rest),
    }),
  );
};
const get = (port: number, target: string, ...headers: string[]) =>
  raw(port, (socket) =>
    socket.write(
      [`GET ${target} HTTP/1.1`, ...headers, 'Connection: close', '', ''].join('\r\n'),
      'latin1',
    ),
  );

describe('a malformed address is refused, never a 500', () => {
  test.each([
    '/%zz',
    '/%',
    '/%ff',
    '/%00',
    '/a%0d%0aset-cookie:x',
    '//evil.example',
    '//evil.example/..',
    '/\\evil.example',
    '/%5cevil.example',
    '/staff//cases',
    'http://evil.example/',
    'https://a/',
    'javascript:alert(1)',
    '*',
    'a',
    '/a#b',
    '/\xff\xfe',
  ])('%s', async (target) => {
    const { port } = await serve({
      '/': show,
      '/problem/bad-address': (_, answer) => {
        html(answer, 'cannot read');
      },
    });
    const answer = await get(port, target, 'Host: a');
    expect(answer.status).toBe(400);
    expect(answer.head).toContain('content-security-policy');
  });

  test('and explained in the language of its page', async () => {
    const { port } = await serve({
      '/ur/problem/bad-address': (_, answer) => {
        html(answer, 'پتہ');
      },
    });
    expect((await get(port, '/ur/%zz', 'Host: a')).body).toBe('پتہ');
  });

  test('or in the last words, when that page breaks as well', async () => {
    const { port } = await serve({ '/problem/bad-address': () => Promise.reject(new Error('x')) });
    const answer = await get(port, '/%zz', 'Host: a');
    expect(answer.status).toBe(400);
    expect(answer.body).toContain('Last words: bad-address');
  });
});

describe('an odd but honest address is read', () => {
  test.each([
    ['/find?q=%zz', { path: '/find', search: '?q=%zz' }],
    ['/find?q=//x\\', { path: '/find', search: '?q=//x\\' }],
    [`/find?q=${'x'.repeat(10_000)}`, { path: '/find', search: `?q=${'x'.repeat(10_000)}` }],
    ['/find?near=http://x', { path: '/find', search: '?near=http://x' }],
    ['/staff/../find', { path: '/find', search: '' }],
    ['/s%74aff', { path: '/s%74aff', search: '' }],
    ['/?', { path: '/', search: '' }],
  ])('%s', (target, expected) => {
    expect(readTarget(target)).toEqual(expected);
  });

  test('words sent as plain UTF-8 are the same words', () => {
    const raw = Buffer.from('/find?q=نرسری 😀'.replace(' ', '%20')).toString('latin1');
    expect(new URLSearchParams(readTarget(raw)?.search).get('q')).toBe('نرسری 😀');
  });

  test('a 10 kB query reaches its page', async () => {
    const { url } = await serve({ '/find': show });
    expect((await fetch(`${url}/find?q=${'%F0%9F%98%80'.repeat(830)}`)).status).toBe(200);
  });
});

describe('the Host header', () => {
  test.each(['fis.example', 'localhost:4321', '127.0.0.1', '[::1]:80', 'a', 'xn--80ak6aa92e.com'])(
    '%s is a plain host',
    (host) => {
      expect(isPlainHost(host)).toBe(true);
    },
  );

  test.each(['', 'a b', 'a/b', 'a@b', 'a:b', 'a:99999', '-a', 'a,b', 'a?b', 'a#b', '.', '[x]'])(
    '%s is not',
    async (host) => {
      expect(isPlainHost(host)).toBe(false);
      const { port } = await serve({ '/': show });
      expect((await get(port, '/', `Host: ${host}`)).status).toBe(400);
    },
  );

  test('makes the origin of a page while the site has no fixed address', async () => {
    const { port } = await serve({ '/': show });
    expect((await get(port, '/', 'Host: fis.test:81')).body).toContain('"at":"http://fis.test:81"');
  });

  test('is ignored once the site has one', async () => {
    const { port } = await serve({ '/': show }, { publicUrl: 'https://fis.example' });
    const { body } = await get(port, '/', 'Host: evil.example');
    expect(body).toContain('"at":"https://fis.example"');
  });
});

test('headers that anyone can send to seem someone else are dropped', async () => {
  const { port } = await serve({ '/': show });
  const { body } = await get(
    port,
    '/',
    'Host: fis.test',
    'X-Forwarded-Host: evil.example',
    'X-Forwarded-Proto: https',
    'X-Forwarded-For: 1.2.3.4',
    'X-Forwarded-Port: 1',
    'Forwarded: host=evil.example',
    'X-Real-IP: 1.2.3.4',
    'X-Original-URL: /staff',
    'X-Rewrite-URL: /staff',
    'X-Astro-Path: /staff',
    'X-HTTP-Method-Override: POST',
    'Content-Type: text/plain',
    'Accept-Language: ur',
  );
  expect(JSON.parse(body)).toEqual({
    at: 'http://fis.test',
    url: '/',
    names: ['accept-language', 'connection'].sort(),
  });
});
