import { randomBytes } from 'node:crypto';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import type { Answer } from '#platform/http/server/answer.ts';
import { openKeptPages } from '#platform/http/server/kept-pages.ts';

const kilobyte = 1024;
const page = (body: Buffer): Answer => ({ status: 200, headers: {}, body });
/** What is random does not compress, so each form is as large as the page. */
const pageOf = (kilobytes: number): Answer => page(randomBytes(kilobytes * kilobyte));
const keysIn = (pages: ReturnType<typeof openKeptPages>, keys: readonly string[]) =>
  keys.filter((key) => pages.get(key) !== undefined);

test('pages take no more than their memory, and the least recently used goes first', () => {
  const pages = openKeptPages(50 * kilobyte);
  for (const key of ['a', 'b', 'c', 'd']) pages.keep(key, pageOf(10));
  pages.get('a');
  pages.keep('e', pageOf(10));
  expect(keysIn(pages, ['a', 'b', 'c', 'd', 'e'])).toEqual(['a', 'c', 'd', 'e']);
});

test('a page that is kept again takes its place only once', () => {
  const pages = openKeptPages(50 * kilobyte);
  for (let turn = 0; turn < 20; turn += 1) pages.keep('a', pageOf(10));
  for (const key of ['b', 'c', 'd']) pages.keep(key, pageOf(10));
  expect(keysIn(pages, ['a', 'b', 'c', 'd'])).toEqual(['a', 'b', 'c', 'd']);
});

test('a page larger than all the memory is given back but not kept, and drives nothing out', () => {
  const pages = openKeptPages(50 * kilobyte);
  pages.keep('small', pageOf(10));
  expect(pages.keep('large', pageOf(60)).body.length).toBe(60 * kilobyte);
  expect(keysIn(pages, ['small', 'large'])).toEqual(['small']);
});

test('many small pages with long addresses count their addresses too', () => {
  const pages = openKeptPages(100 * kilobyte);
  const keys = Array.from({ length: 100 }, (_, at) => `${String(at)} ${'x'.repeat(5 * kilobyte)}`);
  for (const key of keys) pages.keep(key, page(Buffer.from('x')));
  expect(keysIn(pages, keys).length).toBeLessThanOrEqual(10);
});

test('only the compressed form is kept, and gives the page again', () => {
  const pages = openKeptPages(5 * kilobyte);
  const given = page(Buffer.alloc(100 * kilobyte, 'x'));
  pages.keep('a', given);
  expect(pages.get('a')?.body).toEqual(given.body);
});

test('a compressed form is made once, and counts', async () => {
  const pages = openKeptPages(50 * kilobyte);
  const kept = pages.keep('a', pageOf(16));
  pages.keep('b', pageOf(10));
  const brotli = await kept.compressed?.('br');
  expect(await pages.get('a')?.compressed?.('br')).toBe(brotli);
  await kept.compressed?.('gzip');
  await Promise.resolve();
  expect(keysIn(pages, ['a', 'b'])).toEqual(['a', 'b']);
  pages.keep('c', pageOf(10));
  expect(keysIn(pages, ['a', 'b', 'c'])).toEqual(['b', 'c']);
});

test('a form that is made after its page was forgotten is given, and not counted', async () => {
  const pages = openKeptPages(50 * kilobyte);
  const kept = pages.keep('a', pageOf(20));
  pages.clear();
  expect((await kept.compressed?.('br'))?.length).toBeGreaterThan(20 * kilobyte);
  pages.keep('b', pageOf(20));
  pages.keep('c', pageOf(20));
  expect(keysIn(pages, ['a', 'b', 'c'])).toEqual(['b', 'c']);
});

test('the memory that kept pages really take is no more than was said', () => {
  const limit = 2048 * kilobyte;
  const pages = openKeptPages(limit);
  setFlagsFromString('--expose-gc');
  const held = () => {
    // The first ends a collection that was under way, which spares what came after it began.
    runInNewContext('gc(); gc()');
    return process.memoryUsage().arrayBuffers;
  };
  const before = held();
  for (let at = 0; at < 600; at += 1) {
    const text = `<li>${String(at)}</li>${'<p>The same words in every page</p>'.repeat(1500)}`;
    pages.keep(`/find?page=${String(at)}`, page(Buffer.from(text)));
  }
  expect(keysIn(pages, ['/find?page=0', '/find?page=599'])).toHaveLength(2);
  expect(held() - before).toBeLessThan(limit);
});
