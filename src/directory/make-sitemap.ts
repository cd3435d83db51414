import { addressOf } from '#platform/http/addresses.ts';
import type { App } from '#platform/context.ts';
import { countPublic, listPublicIds } from './provider-store.ts';

/** Addresses in one file: search engines take at most 50,000. */
const pageSize = 10_000;

type Site = Pick<App, 'db' | 'settings'>;

/** The index of sitemaps, as XML: one for the site's own pages, then the directory's. */
export function sitemapIndex({ db, settings }: Site): string {
  const pages = Math.ceil(countPublic(db) / pageSize);
  const files = Array.from({ length: pages + 1 }, (_, page) => `/sitemap/${page}.xml`);
  const rows = files.map(
    (path) => `<sitemap><loc>${text(settings.publicUrl + path)}</loc></sitemap>`,
  );
  return `${declaration}<sitemapindex ${namespace}>${rows.join('')}</sitemapindex>\n`;
}

/**
 * One sitemap as XML: page 0 has the site's own pages (`ownPaths`), the others what the public may see
 * of the directory. Null when there is no such page.
 */
export function sitemapPage(
  { db, settings }: Site,
  page: number,
  ownPaths: readonly string[],
): string | null {
  const paths =
    page === 0
      ? ownPaths
      : listPublicIds(db, { offset: (page - 1) * pageSize, limit: pageSize }).map(
          (id) => `/provider/${id}`,
        );
  if (paths.length === 0) return null;
  const rows = paths.map((path) => urlOf(path, settings.publicUrl, settings.languages));
  return `${declaration}<urlset ${namespace} ${xhtml}>${rows.join('\n')}</urlset>\n`;
}

const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';
const namespace = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';
const xhtml = 'xmlns:xhtml="http://www.w3.org/1999/xhtml"';

function urlOf(path: string, site: string, languages: readonly string[]): string {
  const links = languages.map((code) => {
    const href = text(site + addressOf(code, path));
    return `<xhtml:link rel="alternate" hreflang="${code}" href="${href}"/>`;
  });
  return `<url><loc>${text(site + path)}</loc>${links.join('')}</url>`;
}

const text = (value: string): string =>
  value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
