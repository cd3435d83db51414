import type { Browser, Page } from '@playwright/test';
import { afterAll, beforeAll, expect, test } from 'vitest';
import spoken from '#content/reference/spoken-languages.json' with { type: 'json' };
import { expectAccessible } from '../support/accessibility.ts';
import { submit } from '../support/broker.ts';
import { launchBrowser } from '../support/browser.ts';
import { lookWithScripts, scriptlessPage } from '../support/scriptless.ts';
import { startSite, type Site } from '../support/site.ts';

let browser: Browser;
let site: Site;
beforeAll(async () => {
  browser = await launchBrowser();
  site = await startSite({ environment: { LANGUAGES: 'en,en-XA,en-XB' } });
});
afterAll(async () => {
  await browser.close();
  await site.stop();
});

/** Pages that no link leads to. */
const unlinked = [
  '/find?near=nowhere&age=old&q=qqqq',
  '/find?near=M33+2DH&within=1&age=30&inclusion=hoist&inclusion=oxygen',
  '/no-such-page',
  '/t/abc',
  '/track',
  '/answer',
  '/answer/abc',
  '/staff/sign-in',
];

test('in longer words every public page fits a small phone and says nothing outside the catalogue', async () => {
  const page = await scriptlessPage(browser, 320);
  const strange: string[] = [];
  const paths = await crawl(page, '/en-XA', async (path) => {
    await expectAccessible(page);
    strange.push(...(await wordsOfNobody(page)).map((text) => `${path}: ${text}`));
  });
  expect(strange).toEqual([]);
  for (const path of ['/find', '/ask', '/cookies', '/provider/*', '/guidance/*', '/find/print']) {
    expect([...paths], 'the crawl came there').toContain(path);
  }
});

test('a page in plain English would be found out', async () => {
  const page = await scriptlessPage(browser, 320);
  await page.goto(`${site.url}/privacy`);
  const found = await wordsOfNobody(page);
  expect(found).toContain('Privacy');
  expect(found).not.toContain('Sample Council');
  expect(found.length).toBeGreaterThan(20);
});

test('from right to left every public page fits a small phone and works', async () => {
  const page = await scriptlessPage(browser, 320);
  await crawl(page, '/en-XB', async (path) => {
    expect(await page.locator('html').getAttribute('dir'), path).toBe('rtl');
    expect(await page.locator('meta[name=robots]').getAttribute('content')).toContain('noindex');
    await expectAccessible(page);
  });
});

test('a family asks for help in longer words, with every question and every complaint', async () => {
  const page = await scriptlessPage(browser, 320);
  await page.goto(`${site.url}/en-XA/ask`);
  await submit(page);
  const strange: string[] = [];
  const look = async () => {
    await expectAccessible(page);
    const found = await wordsOfNobody(page);
    strange.push(...found.map((text) => `${new URL(page.url()).pathname}: ${text}`));
  };
  for (const [step, answer] of Object.entries(answers(page))) {
    expect(new URL(page.url()).pathname).toBe(`/en-XA/ask/${step}`);
    await look();
    if (answer !== null) {
      await submit(page);
      await look();
      await answer();
    }
    await submit(page);
  }
  expect(new URL(page.url()).pathname).toBe('/en-XA/ask/check');
  await look();
  await submit(page);
  await look();
  await page.locator('main a[href*="/track"]').click();
  await look();
  expect(strange).toEqual([]);
});

/** What each question must have before it lets the family on; null where that is nothing. */
const answers = (page: Page): Readonly<Record<string, null | (() => Promise<void>)>> => ({
  wish: () => page.locator('input[value=place]').check(),
  about: () => page.locator('input[value=professional]').check(),
  agreement: async () => {
    await page.locator('input[name=givenBy]').fill('07700900123');
    await page.locator('input[name=how]').first().check();
    await page.locator('input[name=role]').fill('1');
  },
  children: async () => {
    await page.locator('input[name=month]').fill('3');
    await page.locator('input[name=year]').fill(String(new Date().getUTCFullYear() - 2));
  },
  place: async () => {
    await page.locator('input[name=postcode]').fill('M33 2DH');
    await page.locator('input[name=miles][value="10"]').check();
  },
  start: () => page.locator('input[value=soon]').check(),
  times: () => page.locator('input[value=sat-morning]').check(),
  kinds: null,
  'needs-1': null,
  money: null,
  tried: null,
  helpers: null,
  contact: async () => {
    await page.locator('input[name=channel][value=phone]').check();
    await page.locator('input[name=phone]').fill('07700900123');
  },
  reach: null,
  sharing: () => page.locator('input[name=share][value=all]').check(),
});

/** Visits what links lead to from the start page, each kind of page once; gives the kinds. */
async function crawl(page: Page, prefix: string, look: (path: string) => Promise<void>) {
  const waiting = ['/', ...unlinked].map((path) => prefix + path);
  const seen = new Set<string>();
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    const kind = kindOf(path.slice(prefix.length));
    if (seen.has(kind)) continue;
    seen.add(kind);
    const response = await page.goto(site.url + path);
    expect(response?.status(), path).toBeLessThan(500);
    await look(path);
    const links = await page
      .locator('a[href]')
      .evaluateAll((found) => found.map((link) => link.getAttribute('href') ?? ''));
    waiting.push(
      ...links.filter(
        (href) => href.startsWith(`${prefix}/`) && !isFile(href) && !href.endsWith('/exit'),
      ),
    );
  }
  return seen;
}

const isFile = (href: string): boolean => /\.\w+$/.test(href.split(/[?#]/)[0] ?? '');

/** One page of each kind is enough: any provider, article or search (but not our own hard ones). */
function kindOf(path: string): string {
  if (unlinked.includes(path)) return path;
  const [pathname = ''] = path.split(/[?#]/);
  return pathname
    .replace(/^\/provider\/[^/]+/, '/provider/*')
    .replace(/^\/guidance\/(?!refused-a-place$)[^/]+/, '/guidance/*')
    .replace(/^\/journey\/(for\/)?[^/]+$/, '/journey/$1*');
}

/** Names that the machine's own list of languages gives, not our catalogue. */
const named = new Intl.DisplayNames(['en-GB'], { type: 'language' });
const languageNames = spoken.languages.map(({ code }) => named.of(code) ?? code);

/**
 * The texts of a page that are neither from the catalogue (in brackets) nor marked as somebody
 * else's: a name, an address, a machine's word, another language.
 */
async function wordsOfNobody(page: Page): Promise<readonly string[]> {
  const texts = await lookWithScripts(page, () => page.evaluate(ownTexts));
  const plain = texts.map((text) => withoutBrackets(text).replaceAll(postcode, '').trim());
  return plain.filter((text) => /\p{L}{2}/u.test(text) && !languageNames.includes(text));
}

const postcode = /[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}/g;

function withoutBrackets(text: string): string {
  const shorter = text.replaceAll(/\[[^[\]]*\]/g, '');
  return shorter === text ? text : withoutBrackets(shorter);
}

/** Runs in the page: its title, texts and labels, without those marked as somebody else's. */
function ownTexts(): readonly string[] {
  const marked = ':is(script, style, bdi, code, textarea, [lang], [dir]):not(html)';
  const isOurs = (element: Element | null) => element !== null && !element.closest(marked);
  const theirs = Array.from(document.querySelectorAll(marked), (one) => one.textContent.trim());
  const title = theirs
    .filter((text) => text !== '')
    .reduce((rest, text) => rest.replaceAll(text, ''), document.title);
  const texts = [title];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (isOurs(node.parentElement)) texts.push(node.nodeValue ?? '');
  }
  for (const name of ['aria-label', 'alt', 'title', 'placeholder']) {
    for (const element of document.querySelectorAll(`[${name}]`)) {
      if (isOurs(element)) texts.push(element.getAttribute(name) ?? '');
    }
  }
  return texts;
}
