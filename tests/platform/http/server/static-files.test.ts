import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { raw, serve } from './serving.ts';

const css = 'p { color: red }\n'.repeat(200);

test('a file is sent compressed as the browser prefers, with its type, and is the same file', async () => {
  const { url } = await serve({}, { files: { 'assets/site.B1a2C3d4.css': css } });
  for (const encoding of ['br', 'gzip']) {
    const answer = await fetch(`${url}/assets/site.B1a2C3d4.css`, {
      headers: { 'accept-encoding': encoding },
    });
    expect(answer.headers.get('content-encoding')).toBe(encoding);
    expect(answer.headers.get('content-type')).toBe('text/css; charset=utf-8');
    expect(answer.headers.get('vary')).toBe('Accept-Encoding');
    expect(Number(answer.headers.get('content-length'))).toBeLessThan(css.length / 5);
    expect(await answer.text()).toBe(css);
  }
});

test('a browser that refuses compression gets the file itself', async () => {
  const { url } = await serve({}, { files: { 'a.css': css } });
  const answer = await fetch(`${url}/a.css`, {
    headers: { 'accept-encoding': 'br;q=0, identity' },
  });
  expect(answer.headers.get('content-encoding')).toBeNull();
  expect(await answer.text()).toBe(css);
});

test('a file named after its content is kept for a year, any other for minutes', async () => {
  const { url } = await serve(
    {},
    {
      files: { 'assets/site.B1a2C3d4.css': css, 'assets/my.document.css': css, 'robots.txt': 'x' },
    },
  );
  const caching = async (path: string) => (await fetch(url + path)).headers.get('cache-control');
  expect(await caching('/assets/site.B1a2C3d4.css')).toBe('public, max-age=31536000, immutable');
  expect(await caching('/assets/my.document.css')).toBe('public, max-age=600');
  expect(await caching('/robots.txt')).toBe('public, max-age=600');
});

test('a file that the browser has is not sent again', async () => {
  const { url } = await serve({}, { files: { 'a.css': css } });
  const first = await fetch(`${url}/a.css`);
  const tag = first.headers.get('etag') ?? '';
  expect(tag).toMatch(/^"[\w-]{22}"$/);
  const again = await fetch(`${url}/a.css`, { headers: { 'if-none-match': `"other", ${tag}` } });
  expect(again.status).toBe(304);
  expect(await again.text()).toBe('');
});

test('a picture is sent as it is', async () => {
  const picture = randomBytes(5000);
  const { url } = await serve({}, { files: { 'a.png': picture } });
  const answer = await fetch(`${url}/a.png`, { headers: { 'accept-encoding': 'br' } });
  expect(answer.headers.get('content-encoding')).toBeNull();
  expect(answer.headers.get('content-type')).toBe('image/png');
  expect(Buffer.from(await answer.arrayBuffer()).equals(picture)).toBe(true);
});

test('HEAD gives the headers of a file and no body', async () => {
  const { port } = await serve({}, { files: { 'a.css': css } });
  const answer = await raw(port, (socket) =>
    socket.write('HEAD /a.css HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n'),
  );
  expect(answer.status).toBe(200);
  expect(answer.head).toContain(`content-length: ${String(css.length)}`);
  expect(answer.body).toBe('');
});

test.each([
  '/../package.json',
  '/..%2fpackage.json',
  '/%2e%2e/package.json',
  '/assets/../../package.json',
  '/..%5cpackage.json',
  '/.secret',
  '/assets/.hidden/a.css',
])('%s reaches no file', async (path) => {
  const { port } = await serve({}, { files: { '.secret': 'x', 'assets/.hidden/a.css': css } });
  const answer = await raw(port, (socket) =>
    socket.write(`GET ${path} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`),
  );
  expect([400, 404]).toContain(answer.status);
});

test("the council's colours and logo are files like any other", async () => {
  const logo = { contentType: 'image/svg+xml', body: Buffer.from('<svg/>') };
  const { url } = await serve({}, { logo });
  const colours = await fetch(`${url}/brand.css`);
  expect(colours.headers.get('content-type')).toBe('text/css; charset=utf-8');
  expect(colours.headers.get('etag')).toBeTruthy();
  expect(await colours.text()).toContain('--brand');
  expect((await fetch(`${url}/brand-logo`)).headers.get('content-type')).toBe('image/svg+xml');
});
