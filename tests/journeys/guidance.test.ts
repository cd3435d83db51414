import type { Browser, Page } from '@playwright/test';
import jsQR from 'jsqr';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectAccessible } from '../support/accessibility.ts';
import { launchBrowser } from '../support/browser.ts';
import { scriptlessPage } from '../support/scriptless.ts';
import { startSite, type Site } from '../support/site.ts';

let browser: Browser;
let site: Site;
beforeAll(async () => {
  browser = await launchBrowser();
  site = await startSite();
});
afterAll(async () => {
  await browser.close();
  await site.stop();
});

const open = async (path: string, width: number) => {
  const page = await scriptlessPage(browser, width);
  const response = await page.goto(site.url + path);
  return { page, status: response?.status(), headers: response?.headers() ?? {} };
};

test.each([
  { prefix: '', width: 1280 },
  { prefix: '/ur', width: 320 },
])('a parent reads on, from the list $prefix to an article, at $width pixels', async (reader) => {
  const { page } = await open(`${reader.prefix}/guidance`, reader.width);
  await expectAccessible(page);
  await page.locator('.fis-topic a[href$="/guidance/disabled-child-childcare"]').click();
  await expectAccessible(page);
  expect(await page.locator('h1').count()).toBe(1);
  expect(await page.locator('main').textContent()).toContain('£975');
  await page.locator('.fis-article__contents a').first().click();
  expect(page.url()).toContain('#part-');
  await page.locator('.fis-article__aside a[href$="?kind=sendiass"]').click();
  expect(page.url()).toContain(`${reader.prefix}/find?kind=sendiass`);
  await page.goBack();
  await page.locator('.fis-article__head a[href$="/easy"]').click();
  await expectAccessible(page);
  expect(await page.locator('.fis-easy__row').count()).toBeGreaterThan(10);
  await page.context().close();
});

test('an article nobody has written is the site’s own page that says so', async () => {
  const { page, status } = await open('/pl/guidance/no-such-article', 1280);
  expect(status).toBe(404);
  expect(await page.locator('html').getAttribute('lang')).toBe('pl');
  expect((await open('/guidance/fathers/easy', 1280)).status).toBe(404);
  await page.context().close();
});

test('a family that was refused fills in the letter in Urdu, puts right what is wrong, and prints it', async () => {
  const { page } = await open('/ur/guidance/refused-a-place', 320);
  await expectAccessible(page);
  await page.locator('a[href="#letter"]').click();
  await page.fill('#child', 'Amina');
  await page.fill('#reason', 'We do not have the staff <b>');
  await page.locator('form[action$="/letter"] button').click();
  await expectAccessible(page);
  expect(await page.title()).toMatch(/^\p{Script=Arabic}+:/u);
  expect(await page.inputValue('#child')).toBe('Amina');
  await page.locator('.govuk-error-summary a').first().click();
  await page.fill('#provider', 'Little Acorns');
  await page.fill('#name', 'Sam Lee');
  const answer = page.waitForResponse((response) => response.request().method() === 'POST');
  await page.locator('main form button').click();
  expect((await answer).headers()['cache-control']).toBe('no-store');
  await expectAccessible(page);
  const letter = page.locator('.fis-sheet');
  expect([await letter.getAttribute('lang'), await letter.getAttribute('dir')]).toEqual([
    'en',
    'ltr',
  ]);
  expect(await letter.textContent()).toContain('Dear Little Acorns');
  expect(await letter.textContent()).toContain('We do not have the staff <b>.');
  expect(await page.locator('.fis-letters__meaning').textContent()).toContain('محترم');
  expect(page.url()).toMatch(/\/letter$/u);
  expect(await page.context().cookies()).toEqual([]);

  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('.fis-letters__meaning').isVisible()).toBe(false);
  expect(await page.locator('.fis-masthead').isVisible()).toBe(false);
  await page.emulateMedia({ media: 'screen' });
  await page.locator('main form button[value=change]').click();
  expect(await page.inputValue('#name')).toBe('Sam Lee');
  expect(site.output()).not.toMatch(/Amina|Acorns/u);
  await page.context().close();
});

test('large print on paper: type of 18 points, nothing of the site around, a code that a phone reads', async () => {
  const { page, headers } = await open('/pl/guidance/funded-hours/print?size=large', 800);
  expect(headers['cache-control']).toContain('public');
  await expectAccessible(page);
  await page.emulateMedia({ media: 'print' });
  const size = await page
    .locator('.fis-pack li')
    .first()
    .evaluate((item) => parseFloat(getComputedStyle(item).fontSize));
  expect(size).toBeCloseTo(24, 0);
  expect(await page.locator('.fis-print-choice').isVisible()).toBe(false);
  expect(await page.locator('.fis-masthead').isVisible()).toBe(false);
  expect(await readCode(page)).toMatch(/\/pl\/guidance\/funded-hours$/u);
  await page.context().close();
});

test('a search and a shortlist lead to their sheets, with phones and codes', async () => {
  const { page } = await open('/find?near=M33&kind=nursery', 1280);
  await page.locator('a[href*="/find/print"]').first().click();
  await expectAccessible(page);
  expect(await page.locator('.fis-pack__places > li').count()).toBe(20);
  expect(await readCode(page)).toContain('/find?near=M33&kind=nursery');
  await page.locator('.fis-print-choice a[href*="size=large"]').click();
  expect(await page.locator('.fis-pack--large').count()).toBe(1);

  await page.goto(`${site.url}/find?near=M33&kind=nursery`);
  await page.locator('.fis-result button').first().click();
  await page.goto(`${site.url}/shortlist`);
  await page.locator('a[href$="/shortlist/print"]').click();
  await expectAccessible(page);
  expect(await page.locator('.fis-pack__places > li').count()).toBe(1);
  expect(await readCode(page)).toMatch(/\/shortlist\?ids=[^,]+$/u);
  await page.context().close();
});

/** What the page's code says to a camera. */
async function readCode(page: Page): Promise<string> {
  const { data, width, height } = PNG.sync.read(await page.locator('.fis-qr').screenshot());
  return jsQR(new Uint8ClampedArray(data), width, height)?.data ?? '';
}
