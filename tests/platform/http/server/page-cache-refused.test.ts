import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { counting, seen, serveKept } from './kept-site.ts';
import { html, serve, type Page } from './serving.ts';

describe('what is made anew each time', () => {
  const madeFor = async (page: Page, made: () => number, init: RequestInit, path = '/find') => {
    const { url } = await serveKept({ [path]: page });
    for (let asked = 0; asked < 2; asked += 1) await (await fetch(url + path, init)).text();
    return made();
  };

  test.each([
    ['a page not found', { 'cache-control': 'public' }, 404],
    ['a search that is not understood', { 'cache-control': 'public' }, 400],
    ['a page that breaks', { 'cache-control': 'public' }, 500],
    ['a page that leads elsewhere', { location: '/', 'cache-control': 'public' }, 303],
    ['a page that sets a cookie', { 'set-cookie': '__Host-x=1', 'cache-control': 'public' }, 200],
    ['a page that says it is private', { 'cache-control': 'private, no-cache' }, 200],
    ['a page that may not be kept', { 'cache-control': 'public, no-store' }, 200],
    ['a page that does not say anyone may keep it', { 'cache-control': 'no-cache' }, 200],
    ['a page that varies by who asks', { vary: 'Cookie' }, 200],
    ['a page that varies by anything', { vary: '*' }, 200],
  ] as const)('%s', async (_, headers, status) => {
    const { page, made } = counting(headers, status);
    expect(await madeFor(page, made, { redirect: 'manual' })).toBe(2);
  });

  test('a form that is sent', async () => {
    const { page, made } = counting();
    expect(await madeFor(page, made, { method: 'POST', body: 'a=1' })).toBe(2);
  });

  test('a page that is not for everybody', async () => {
    const { page, made } = counting({ 'cache-control': 'public' });
    expect(await madeFor(page, made, {}, '/track')).toBe(2);
  });

  test.each(['__Host-shortlist=a,b', 'theirs=1; __Host-family=x', 'a=1;__Host-staff=x'])(
    'any page for a browser with a cookie of ours: %s',
    async (cookie) => {
      const { page, made } = counting();
      const { url } = await serveKept({ '/find': page });
      await seen(`${url}/find`);
      const own = await seen(`${url}/find`, { cookie });
      expect(own.body).toContain('made 2');
      expect(own.headers[0]).toBe('no-store');
      expect((await seen(`${url}/find`)).body).toContain('made 1');
      expect(made()).toBe(2);
    },
  );

  test('a page with a cookie, for each of those who asked at the same time', async () => {
    let made = 0;
    const { url } = await serveKept({
      '/find': async (_, answer) => {
        made += 1;
        const headers = { 'set-cookie': `__Host-x=${String(made)}` };
        await wait(50);
        html(answer, 'x', headers);
      },
    });
    const answers = await Promise.all(Array.from({ length: 5 }, () => fetch(`${url}/find`)));
    const cookies = answers.flatMap(({ headers }) => headers.getSetCookie());
    expect(new Set(cookies).size).toBe(5);
  });

  test('everything, when no memory is given to pages', async () => {
    const { page, made } = counting();
    const publicPages = { bytes: 0, has: () => true, stateOf: () => '', offered: () => null };
    const { url } = await serve({ '/find': page }, { publicPages });
    await seen(`${url}/find`);
    await seen(`${url}/find`);
    expect(made()).toBe(2);
  });
});
