import { describe, expect, test } from 'vitest';
import { html, raw, serve } from './serving.ts';

const long = `<p>${'Nursery in Sale. '.repeat(200)}</p>`;

describe('a page', () => {
  test('leaves compressed, with its length, its charset and a tag', async () => {
    const { url } = await serve({
      '/': (_, answer) => {
        html(answer, long);
      },
    });
    for (const encoding of ['br', 'gzip']) {
      const answer = await fetch(url, { headers: { 'accept-encoding': encoding } });
      expect(answer.headers.get('content-encoding')).toBe(encoding);
      expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
      expect(Number(answer.headers.get('content-length'))).toBeLessThan(500);
      expect(answer.headers.get('vary')).toBe('Accept-Encoding');
      expect(await answer.text()).toBe(long);
    }
  });

  test('that is short leaves as it is', async () => {
    const { url } = await serve({
      '/': (_, answer) => {
        html(answer, '<p>short</p>');
      },
    });
    const answer = await fetch(url, { headers: { 'accept-encoding': 'br' } });
    expect(answer.headers.get('content-encoding')).toBeNull();
    expect(answer.headers.get('content-length')).toBe('12');
  });

  test('that has not changed is not sent again; one that has, is', async () => {
    let words = 'first';
    const { url } = await serve({
      '/': (_, answer) => {
        html(answer, words);
      },
    });
    const tag = (await fetch(url)).headers.get('etag') ?? '';
    expect(tag).toMatch(/^W\//);
    const again = () => fetch(url, { headers: { 'if-none-match': tag } });
    expect((await again()).status).toBe(304);
    words = 'second';
    expect(await (await again()).text()).toBe('second');
  });

  test('asked for by HEAD has the headers of GET and no body', async () => {
    const { port } = await serve({
      '/': (request, answer) => {
        html(answer, request.method === 'GET' ? long : '');
      },
    });
    const answer = await raw(port, (socket) =>
      socket.write('HEAD / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n'),
    );
    expect(answer.head).toContain(`content-length: ${String(long.length)}`);
    expect(answer.body).toBe('');
  });

  test('keeps every cookie it sets', async () => {
    const { url } = await serve({
      '/': (_, answer) => {
        answer.writeHead(200, { 'content-type': 'text/html', 'set-cookie': ['a=1', 'b=2'] });
        answer.end('x');
      },
    });
    expect((await fetch(url)).headers.getSetCookie()).toEqual(['a=1', 'b=2']);
  });

  test('receives what the server shares, afresh for each request', async () => {
    const { url } = await serve(
      {
        '/': (_, answer, locals) => {
          html(answer, JSON.stringify(locals));
          Object.assign(locals, { mine: true });
        },
      },
      { locals: { app: 'shared' } },
    );
    expect(await (await fetch(url)).json()).toEqual({ app: 'shared', requestId: 'request-1' });
    expect(await (await fetch(url)).json()).toEqual({ app: 'shared', requestId: 'request-2' });
  });
});

describe('what is kept, and by whom', () => {
  const caching = async (page: Record<string, string>, headers: Record<string, string> = {}) => {
    const { url } = await serve({
      '/': (_, answer) => {
        html(answer, 'x', page);
      },
    });
    return (await fetch(url, { headers })).headers;
  };

  test('a page for anybody is asked for again each time', async () => {
    expect((await caching({})).get('cache-control')).toBe('no-cache');
  });

  test('a page for a known visitor is kept by nobody, and has no tag', async () => {
    const headers = await caching({}, { cookie: '__Host-family=x' });
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('etag')).toBeNull();
  });

  test('a page that sets a cookie is kept by nobody', async () => {
    expect((await caching({ 'set-cookie': 'a=1' })).get('cache-control')).toBe('no-store');
  });

  test('a page that says for itself how long it keeps is believed', async () => {
    const headers = await caching({ 'cache-control': 'public, max-age=60' }, { cookie: 'a=1' });
    expect(headers.get('cache-control')).toBe('public, max-age=60');
  });
});

describe('a page that breaks', () => {
  test('is replaced by the page that says so, with 500 and without detail', async () => {
    const { url, logged } = await serve({
      '/': () => Promise.reject(new TypeError('Jo Bloggs, M33 2DH')),
      '/ur/x': () => Promise.reject(new TypeError('Jo Bloggs, M33 2DH')),
      '/problem/unexpected': (_, answer) => {
        html(answer, 'something went wrong');
      },
      '/ur/problem/unexpected': (_, answer) => {
        html(answer, 'کچھ غلط ہو گیا');
      },
    });
    const answer = await fetch(url);
    expect(answer.status).toBe(500);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(await answer.text()).toBe('something went wrong');
    expect(await (await fetch(`${url}/ur/x`)).text()).toBe('کچھ غلط ہو گیا');
    const line = logged().find(({ event }) => event === 'page-broke');
    expect(line).toMatchObject({
      id: 'request-1',
      error: 'TypeError',
      where: expect.stringContaining('pages.test'),
    });
    expect(JSON.stringify(logged())).not.toContain('Bloggs');
  });

  test('halfway is never seen in part', async () => {
    const { url } = await serve({
      '/': (_, answer) => {
        answer.writeHead(200, { 'content-type': 'text/html' });
        answer.write('<p>the first half');
        answer.write('Internal server error', () => {
          answer.destroy();
        });
      },
    });
    const answer = await fetch(url);
    expect(answer.status).toBe(500);
    expect(await answer.text()).not.toContain('first half');
  });

  test('together with its explanation leaves the last words, escaped', async () => {
    const { url } = await serve({
      '/': () => Promise.reject(new Error('one')),
      '/problem/unexpected': () => Promise.reject(new Error('two')),
    });
    const answer = await fetch(url);
    expect(answer.status).toBe(500);
    const body = await answer.text();
    expect(body).toContain('<h1>Last words: unexpected</h1>');
    expect(body).toContain('Call &lt;us&gt;');
  });

  test('with a page of its own keeps that page', async () => {
    const { url } = await serve({
      '/': (_, answer) => {
        answer.writeHead(500, { 'content-type': 'text/html' });
        answer.end('our own words');
      },
    });
    const answer = await fetch(url);
    expect(answer.status).toBe(500);
    expect(await answer.text()).toBe('our own words');
  });
});
