import { expect } from 'vitest';
import { Browser } from '../../accounts/browser.ts';

/** One answer of the site, as a reader and a browser see it. */
export type Seen = {
  readonly status: number;
  readonly headers: Headers;
  readonly html: string;
  /** The page's heading, '' when it has none. */
  readonly h1: string;
  readonly lang: string;
  readonly location: string;
};

export type Fields = Readonly<Record<string, string | readonly string[]>>;
type Headers_ = Readonly<Record<string, string>>;

/** Somebody at a browser that runs no script: keeps cookies, follows no redirect by itself. */
export class Visitor {
  readonly site: string;
  readonly browser: Browser;

  constructor(site: string, browser: Browser = new Browser()) {
    this.site = site;
    this.browser = browser;
  }

  get(path: string, headers: Headers_ = {}): Promise<Seen> {
    return this.#ask(path, { headers });
  }

  /** Sends a form of this site's. */
  post(path: string, fields: Fields = {}, headers: Headers_ = {}): Promise<Seen> {
    return this.#ask(path, {
      method: 'POST',
      headers: { origin: this.site, ...headers },
      body: formOf(fields),
    });
  }

  /** Sends whatever it is given, as it is. */
  async #ask(path: string, init: RequestInit & { readonly headers: Headers_ }): Promise<Seen> {
    const { cookie } = this.browser;
    const response = await fetch(new URL(path, this.site), {
      ...init,
      headers: { ...(cookie !== null && { cookie }), ...init.headers },
      redirect: 'manual',
    });
    this.browser.take(response.headers.getSetCookie());
    return seen(response);
  }

  send(path: string, init: RequestInit & { readonly headers: Headers_ }): Promise<Seen> {
    return this.#ask(path, init);
  }
}

/** The value of a cookie that a `Browser` keeps. */
export const cookieOf = (browser: Browser, name: string): string =>
  (browser.cookie ?? '')
    .split('; ')
    .find((pair) => pair.startsWith(`${name}=`))
    ?.slice(name.length + 1) ?? '';

export function formOf(fields: Fields): URLSearchParams {
  const form = new URLSearchParams();
  for (const [name, value] of Object.entries(fields)) {
    for (const one of [value].flat()) form.append(name, one);
  }
  return form;
}

async function seen(response: Response): Promise<Seen> {
  const html = await response.text();
  return {
    ...lookAt(html),
    status: response.status,
    headers: response.headers,
    html,
    location: response.headers.get('location') ?? '',
  };
}

/** What stands in a page. */
export const lookAt = (html: string) => ({
  h1: plainText(/<h1[^>]*>(.*?)<\/h1>/s.exec(html)?.[1] ?? headingLegend(html)),
  lang: /<html lang="([^"]*)"/.exec(html)?.[1] ?? '',
});

const headingLegend = (html: string): string =>
  /<(?:legend|label)[^>]*(?:fieldset__legend--l|label--l)[^>]*>(.*?)<\/(?:legend|label)>/s.exec(
    html,
  )?.[1] ?? '';

const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#34;': '"',
  '&#39;': "'",
};

/** Markup as its reader sees it. */
export const plainText = (html: string): string =>
  html
    .replace(/<[^>]*>/g, '')
    .replace(/&(?:amp|lt|gt|quot|#34|#39);/g, (entity) => entities[entity] ?? entity)
    .replace(/\s+/g, ' ')
    .trim();

const everywhere = [
  'content-security-policy',
  'x-content-type-options',
  'x-frame-options',
  'referrer-policy',
  'permissions-policy',
  'cross-origin-opener-policy',
];
const innards =
  /\bat [^<]{1,80}:\d+:\d+|node:internal|\.(?:ts|mjs|astro):\d+|SQLITE_|SqliteError|drizzle|TypeError|ZodError/;

/** Expects a page that helps: in the reader's language, with a heading, and with nothing that leaks. */
export function expectHelpful(page: Seen, lang: string, about: string): void {
  expect(page.status, about).toBeLessThan(500);
  expectGuarded(page, about);
  if (page.status >= 300 && page.status < 400) return;
  expect(page.lang, about).toBe(lang);
  expect(page.h1, `${about}: a heading`).not.toBe('');
}

/** Expects the security headers, and nothing of how the site is made. */
export function expectGuarded(page: Seen, about: string): void {
  const missing = everywhere.filter((name) => !page.headers.has(name));
  expect(missing, `${about}: headers`).toEqual([]);
  expect(page.headers.get('content-security-policy'), about).not.toContain('unsafe-');
  expect(innards.exec(page.html)?.[0], `${about}: innards`).toBeUndefined();
}

/** Expects that nothing typed as markup has become any; inside a quoted value it is only text. */
export function expectNoMarkup(page: Seen, about: string): void {
  expect(page.html.replace(/"[^"]*"/g, '""'), about).not.toMatch(/<script[^>]*>alert/);
}
