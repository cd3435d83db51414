import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { counting, seen, serveKept } from './kept-site.ts';
import { html, serve } from './serving.ts';

describe('a page is never older than what it is made from', () => {
  test('a change is seen within a second', async () => {
    const { page } = counting();
    const { url, change } = await serveKept({ '/find': page });
    const first = await seen(`${url}/find`);
    change('version 2');
    await expect
      .poll(async () => (await seen(`${url}/find`)).body, { timeout: 1000 })
      .toContain('made 2');
    const tag = first.headers[4] ?? '';
    expect((await fetch(`${url}/find`, { headers: { 'if-none-match': tag } })).status).toBe(200);
  });

  test('and at once by whoever made it with a form', async () => {
    const { page } = counting();
    const site = await serveKept({
      '/find': page,
      '/answer': (_, answer) => {
        site.change('version 2');
        html(answer, 'thank you');
      },
    });
    await seen(`${site.url}/find`);
    await fetch(`${site.url}/answer`, { method: 'POST', body: 'free=1' });
    expect((await seen(`${site.url}/find`)).body).toContain('made 2');
  });

  test('a page that was being made when the change came is not kept, nor given to the next', async () => {
    let made = 0;
    const begun = Promise.withResolvers<undefined>();
    const site = await serveKept({
      '/find': async (_, answer) => {
        made += 1;
        const mine = made;
        begun.resolve(undefined);
        if (mine === 1) await wait(600);
        html(answer, `made ${String(mine)}`);
      },
    });
    const early = seen(`${site.url}/find`);
    await begun.promise;
    site.change('version 2');
    await wait(300);
    expect((await seen(`${site.url}/find`)).body).toBe('made 2');
    expect((await early).body).toBe('made 1');
    expect((await seen(`${site.url}/find`)).body).toBe('made 2');
  });

  test('the state is looked at four times a second at most', async () => {
    let looked = 0;
    const stateOf = () => String((looked += 1) && 'same');
    const { url } = await serve(
      { '/find': counting().page },
      { publicPages: { bytes: 1e6, has: () => true, stateOf, offered: () => null } },
    );
    const began = performance.now();
    for (let asked = 0; asked < 50; asked += 1) await seen(`${url}/find`);
    expect(looked).toBeLessThanOrEqual(1 + (performance.now() - began) / 250);
  });
});
