import { securityHeaders } from '#platform/http/server/security-headers.ts';
import { describe, expect, test } from 'vitest';
import { html, raw, serve } from './serving.ts';

const required = [
  'content-security-policy',
  'x-content-type-options',
  'x-frame-options',
  'referrer-policy',
  'permissions-policy',
  'cross-origin-opener-policy',
  'cross-origin-resource-policy',
];

const serveEverything = (publicUrl?: string) =>
  serve(
    {
      '/page': (_, answer) => {
        html(answer, '<p>page</p>');
      },
      '/data.json': (_, answer) => {
        answer.writeHead(200, { 'content-type': 'application/json' });
        answer.end('{}');
      },
      '/go': (_, answer) => {
        answer.writeHead(303, { location: '/page' });
        answer.end();
      },
      '/revealing': (_, answer) => {
        html(answer, 'x', {
          'x-powered-by': 'Astro',
          server: 'x',
          'referrer-policy': 'no-referrer',
        });
      },
      '/exit': (_, answer) => {
        answer.writeHead(303, {
          location: 'https://www.bbc.co.uk/weather',
          'clear-site-data': '"cookies"',
        });
        answer.end();
      },
      '/sandboxed': (_, answer) => {
        html(answer, 'x', { 'content-security-policy': 'sandbox' });
      },
      '/breaks': () => Promise.reject(new Error('broken')),
    },
    { files: { 'assets/site.css': 'p{}' }, publicUrl },
  );

describe('every class of answer carries the security headers', () => {
  test.each([
    ['a page', '/page', {}, 200],
    ['the headers of a page', '/page', { method: 'HEAD' }, 200],
    ['data', '/data.json', {}, 200],
    ['a stylesheet', '/assets/site.css', {}, 200],
    ["the council's colours", '/brand.css', {}, 200],
    ['the health check', '/healthz', {}, 200],
    ['a redirect', '/go', {}, 303],
    ['a missing page', '/nowhere', {}, 404],
    ['a missing file', '/assets/nothing.css', {}, 404],
    ['a broken page', '/breaks', {}, 500],
    ['a malformed address', '/%zz', {}, 400],
    ['a method the site does not know', '/page', { method: 'DELETE' }, 405],
    ['a form sent to a file', '/assets/site.css', { method: 'POST', body: 'x' }, 405],
    ['a form that is too large', '/page', { method: 'POST', body: 'x'.repeat(300_000) }, 413],
  ])('%s', async (_, path, init, status) => {
    const { url } = await serveEverything();
    const answer = await fetch(url + path, { redirect: 'manual', ...init });
    expect(answer.status).toBe(status);
    for (const name of required) expect(answer.headers.get(name), name).toBeTruthy();
    expect(answer.headers.get('x-request-id')).toMatch(/^request-/);
  });

  test('a page that the browser has already', async () => {
    const { url } = await serveEverything();
    const first = await fetch(`${url}/page`);
    const again = await fetch(`${url}/page`, {
      headers: { 'if-none-match': first.headers.get('etag') ?? '' },
    });
    expect(again.status).toBe(304);
    for (const name of required) expect(again.headers.get(name), name).toBeTruthy();
  });

  test.each([
    ['what is not HTTP', 'hello\r\n\r\n', 400],
    [
      'headers beyond the limit',
      `GET / HTTP/1.1\r\nHost: a\r\nX: ${'x'.repeat(40_000)}\r\n\r\n`,
      431,
    ],
    ['a request without a host', 'GET /page HTTP/1.1\r\nConnection: close\r\n\r\n', 400],
  ])('%s', async (_, bytes, status) => {
    const { port } = await serveEverything();
    const answer = await raw(port, (socket) => socket.write(bytes));
    expect(answer.status).toBe(status);
    for (const name of required) expect(answer.head).toContain(`\r\n${name}: `);
    expect(answer.body).toContain('Last words');
  });
});

test('the content policy trusts nothing but the site itself', async () => {
  const { url } = await serveEverything();
  const policy = (await fetch(`${url}/page`)).headers.get('content-security-policy') ?? '';
  expect(policy).not.toMatch(/unsafe|\*|https?:/);
  for (const rule of [
    "default-src 'none'",
    "script-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
  ]) {
    expect(policy).toContain(rule);
  }
});

test('a council’s map tiles are the one thing from elsewhere, and only as pictures', () => {
  const policy = securityHeaders(true, 'https://tiles.example')['content-security-policy'] ?? '';
  expect(policy).toContain("img-src 'self' data: https://tiles.example;");
  expect(policy.match(/https?:/g)).toHaveLength(1);
});

test('a browser still names our own site to our own forms', async () => {
  const { url } = await serveEverything();
  expect((await fetch(`${url}/page`)).headers.get('referrer-policy')).toBe('same-origin');
  expect((await fetch(`${url}/revealing`)).headers.get('referrer-policy')).toBe('same-origin');
});

test('no answer says what the site is built with', async () => {
  const { url } = await serveEverything();
  const { headers } = await fetch(`${url}/revealing`);
  expect(headers.get('x-powered-by')).toBeNull();
  expect(headers.get('server')).toBeNull();
});

test('https is insisted on for a year or more, only where the site is on https', async () => {
  const plain = await serveEverything();
  expect((await fetch(`${plain.url}/page`)).headers.get('strict-transport-security')).toBeNull();
  const secure = await serveEverything('https://fis.example');
  const header = (await fetch(`${secure.url}/page`)).headers.get('strict-transport-security') ?? '';
  expect(Number(/max-age=(\d+)/.exec(header)?.[1])).toBeGreaterThanOrEqual(31_536_000);
});

test('leaving in a hurry may clear what the browser keeps', async () => {
  const { url } = await serveEverything();
  const answer = await fetch(`${url}/exit`, { redirect: 'manual' });
  expect(answer.headers.get('clear-site-data')).toBe('"cookies"');
});

test('a page can tighten the content policy, never replace it', async () => {
  const { url } = await serveEverything();
  const policy = (await fetch(`${url}/sandboxed`)).headers.get('content-security-policy');
  expect(policy).toContain("default-src 'none'");
  expect(policy).toMatch(/, sandbox$/);
});
