import { z } from 'zod';
import type { Place } from './canaries.ts';

export type Fetched = Place & { readonly status: number };

/** A connection of its own: one kept open is closed by the site while a command runs in between. */
const alone = { headers: { connection: 'close' } };

/** What the site answers to these paths, a few at a time, redirects as they are. */
export async function fetchAll(site: string, paths: readonly string[]): Promise<Fetched[]> {
  const waiting = [...paths.entries()];
  const answers: Fetched[] = [];
  const reader = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [at, path] = next;
      const response = await fetch(new URL(path, site), { ...alone, redirect: 'manual' });
      const head = JSON.stringify([...response.headers]);
      const body = Buffer.from(await response.arrayBuffer());
      const bytes = Buffer.concat([Buffer.from(head), body]);
      answers[at] = { name: path, status: response.status, bytes };
    }
  };
  await Promise.all([reader(), reader(), reader()]);
  return answers;
}

/** All that the sitemap and every page of the search lead to, the fixed pages and files, and `more`. */
export async function everyPage(site: string, more: readonly string[]): Promise<Fetched[]> {
  const maps = await readSitemap(site);
  const lists = await readSearch(site);
  const named = [...maps.flatMap(locationsIn), ...lists.flatMap(placesIn)];
  const languages = ['', '/pl', '/ur'].flatMap((language) =>
    ['/', '/find', '/sources'].map((path) => language + path),
  );
  const wanted = new Set([...named, ...languages, '/robots.txt', ...more]);
  return [...maps, ...lists, ...(await fetchAll(site, [...wanted]))];
}

async function readSitemap(site: string): Promise<Fetched[]> {
  const index = await fetchAll(site, ['/sitemap.xml']);
  return [...index, ...(await fetchAll(site, index.flatMap(locationsIn)))];
}

const locationsIn = (page: Fetched): readonly string[] =>
  [...page.bytes.toString().matchAll(/<loc>([^<]+)<\/loc>/g)].map(
    ([, url = '']) => new URL(url.replaceAll('&amp;', '&')).pathname,
  );

async function readSearch(site: string): Promise<Fetched[]> {
  const { pageCount } = z
    .object({ pageCount: z.number() })
    .parse(await (await fetch(new URL('/api/find.json', site), alone)).json());
  const pages = Array.from({ length: pageCount }, (_, at) => `page=${String(at + 1)}`);
  return fetchAll(
    site,
    pages.flatMap((page) =>
      ['/api/find.json', '/find', '/find/print'].map((path) => `${path}?${page}`),
    ),
  );
}

const placesIn = (page: Fetched): readonly string[] =>
  [...page.bytes.toString().matchAll(/href="(\/provider\/[^"?#]+)"/g)].map(([, path = '']) => path);
