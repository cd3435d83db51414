import { expect, test } from 'vitest';
import { answerSearch } from '#directory/find-page.ts';
import { printArticle } from '#guidance/print-article.ts';
import { printFind, printShortlist } from '#guidance/print-places.ts';
import { addressOf } from '#platform/http/addresses.ts';
import { readQr } from '../support/read-qr.ts';
import { openSampleApp, openTestApp } from '../support/test-app.ts';
import { realLibrary } from './library-of-files.ts';

const library = realLibrary();
const hrefIn = (language: string) => (path: string, query?: Parameters<typeof addressOf>[2]) =>
  addressOf(language, path, query);

test('a sheet’s code leads to the page in the reader’s language, in either size', () => {
  const app = openTestApp({ PUBLIC_URL: 'https://families.council.example' });
  const ctx = app.as({ kind: 'public' }, 'ur');
  for (const [query, page, isLarge] of [
    ['', 'funded-hours', false],
    ['size=large', 'funded-hours', true],
    ['easy=1&size=large', 'funded-hours/easy', true],
  ] as const) {
    const search = new URLSearchParams(query);
    const printed = printArticle(ctx, hrefIn('ur'), library, 'funded-hours', search);
    if (!printed.ok) throw new Error('It is not there');
    const { sheet } = printed.value;
    expect(sheet.isLarge).toBe(isLarge);
    const url = `https://families.council.example/ur/guidance/${page}`;
    expect([sheet.url, sheet.qr && readQr(sheet.qr)]).toEqual([url, url]);
  }
});

test('the other size keeps what is printed', () => {
  const ctx = openTestApp().as({ kind: 'public' });
  const search = new URLSearchParams('easy=1&size=large');
  const printed = printArticle(ctx, hrefIn('en'), library, 'complaints', search);
  expect(printed.ok && printed.value.sheet.sizes.map(({ href }) => href)).toEqual([
    '/guidance/complaints/print?easy=1',
    null,
  ]);
  expect(printArticle(ctx, hrefIn('en'), library, 'fathers', search).ok).toBe(false);
  expect(printArticle(ctx, hrefIn('en'), library, 'none', search).ok).toBe(false);
});

test('a search on paper has its places in order, with phones, and its code opens that search', async () => {
  const app = openSampleApp();
  const ctx = app.as({ kind: 'public' });
  const search = new URLSearchParams('near=M33&kind=nursery&page=2&size=large&other=1');
  const printed = await printFind(ctx, hrefIn('en'), search);
  if (!printed) throw new Error('The search was not understood');
  expect([printed.first, printed.places.length]).toEqual([21, 20]);
  expect(printed.places.some(({ phone }) => phone !== null)).toBe(true);
  expect(printed.places.every(({ kind }) => kind === 'Nursery')).toBe(true);
  const { sheet } = printed;
  expect(sheet.qr && readQr(sheet.qr)).toBe(sheet.url);
  expect(sheet.url).toContain('/find?near=M33&kind=nursery&page=2');
  expect(sheet.url).not.toMatch(/size|other/u);
  expect(sheet.sizes[0]?.href).toContain('/find/print?near=M33');

  expect(await printFind(ctx, hrefIn('en'), new URLSearchParams('near=Timbuktu'))).toBeNull();
  expect(await printFind(ctx, hrefIn('en'), new URLSearchParams('near=M33&page=99'))).toBeNull();
});

test('an address too long for a code is printed without one, not an error', async () => {
  const ctx = openTestApp().as({ kind: 'public' });
  const schools = Array.from({ length: 20 }, (_, at) => `school=${String(at)}${'ü'.repeat(90)}`);
  const printed = await printFind(ctx, hrefIn('en'), new URLSearchParams(schools.join('&')));
  expect(printed?.sheet.qr).toBeNull();
  expect(printed?.places).toEqual([]);
});

test('a shortlist on paper is the one of the address, or else the browser’s, and its code shares it', async () => {
  const app = openSampleApp();
  const ctx = app.as({ kind: 'public' });
  const answered = await answerSearch(ctx, new URLSearchParams('near=M33&kind=childminder'));
  if (!answered.ok) throw new Error('The search was not understood');
  const ids = answered.found.results.slice(0, 3).map(({ provider }) => provider.id);
  const text = ids.join(',');
  const own = printShortlist(ctx, hrefIn('en'), new URLSearchParams(), text);
  const shared = printShortlist(ctx, hrefIn('en'), new URLSearchParams({ ids: text }), undefined);
  for (const { places, sheet } of [own, shared]) {
    expect(places).toHaveLength(3);
    expect(sheet.qr && readQr(sheet.qr)).toMatch(new RegExp(`/shortlist\\?ids=${text}$`, 'u'));
  }
  expect(printShortlist(ctx, hrefIn('en'), new URLSearchParams(), undefined).places).toEqual([]);
});
