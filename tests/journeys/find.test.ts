import type { Browser, Page } from '@playwright/test';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDatabase } from '#db/open-database.ts';
import { expectAccessible } from '../support/accessibility.ts';
import { launchBrowser } from '../support/browser.ts';
import { insertGeneratedDirectory } from '../support/generated-directory.ts';
import { scriptlessPage } from '../support/scriptless.ts';
import { newFolder, startSite, type Site } from '../support/site.ts';

let browser: Browser;
let site: Site;
beforeAll(async () => {
  browser = await launchBrowser();
  const folder = newFolder();
  const db = openDatabase(join(folder, 'fis.sqlite'));
  const today = new Date().toISOString().slice(0, 10);
  insertGeneratedDirectory(db, { count: 600, seed: 1, today });
  db.$client.close();
  site = await startSite({ folder, environment: { SAMPLE_AREA: 'none' } });
});
afterAll(async () => {
  await browser.close();
  await site.stop();
});

const readers = [
  { language: 'English', prefix: '', width: 1280 },
  { language: 'Urdu', prefix: '/ur', width: 320 },
];

const states = [
  '',
  '?near=M33+2DH&kind=nursery&kind=childminder&dob=2024-05&inclusion=senco',
  '?near=M33&for=fathers&via=3&to=WA14&max=6.50&dob=2024-05',
  '?near=M33+2DH&page=2',
  '?near=M33+2DH&within=5&kind=nursery&q=zzzzzz',
  '?near=Timbuktu&kind=nursery&max=6.50&dob=5&dob=2024',
];

test.each([
  ['/find', 320],
  ['/ur/find', 1280],
])('%s, %d pixels wide, is accessible and fits however it is asked', async (path, width) => {
  const page = await scriptlessPage(browser, width);
  for (const search of states) {
    await page.goto(site.url + path + search);
    await expectAccessible(page);
  }
  await page.context().close();
});

describe.each(readers)(
  'in $language, $width pixels wide, without a script',
  ({ prefix, width }) => {
    const open = async (search = '') => {
      const page = await scriptlessPage(browser, width);
      const answer = await page.goto(`${site.url}${prefix}/find${search}`);
      return { page, status: answer?.status() };
    };
    /** On a small screen the filters fold away above the results. */
    const openFilters = async (page: Page) => {
      const drawer = page.locator('.fis-drawer > summary');
      expect(await drawer.isVisible()).toBe(width < 1000);
      if (width >= 1000) return;
      await tabTo(page, '.fis-drawer > summary');
      await page.keyboard.press('Enter');
    };

    test('a parent finds a nursery with the keyboard alone, turns the page and takes a choice back', async () => {
      const { page } = await open();
      await expectAccessible(page);
      await page.keyboard.press('Tab');
      expect(await page.locator('.govuk-skip-link:focus').count(), 'the first stop').toBe(1);
      await openFilters(page);
      await tabTo(page, '#near');
      await page.keyboard.type('m33 2dh');
      await tick(page, 'kind', 'nursery');
      await tick(page, 'kind', 'childminder');
      await tabTo(page, '#dob');
      await page.keyboard.type('5');
      await tabTo(page, '#year');
      await page.keyboard.type('2024');
      await tick(page, 'inclusion', 'senco');
      await tabTo(page, '.fis-filters > .govuk-button');
      await page.keyboard.press('Enter');
      await page.waitForURL(/senco/);

      await expectAccessible(page);
      const chosen = page.locator('.fis-chip');
      expect(await chosen.count()).toBe(5);
      expect(await page.locator('.fis-result').count()).toBe(20);
      const inView = await page.locator('.fis-result').first().boundingBox();
      expect(inView?.y, 'results are no more than a screen away').toBeLessThan(1150);

      await tabTo(page, '.govuk-pagination__next a');
      await page.keyboard.press('Enter');
      await page.waitForURL(/page=2/);
      expect(await page.locator('.fis-results').getAttribute('start')).toBe('21');
      const before = await headingOf(page);
      await tabTo(page, '.fis-chip:not([href*="inclusion"])');
      await page.keyboard.press('Enter');
      await page.waitForURL((url) => !url.search.includes('senco'));
      expect(await headingOf(page)).not.toBe(before);
      expect(await page.locator('.fis-chip').count()).toBe(4);
      await page.context().close();
    });

    test('what was chosen stands open and ticked in the form', async () => {
      const { page } = await open('?near=M33&for=fathers&via=3&to=WA14&max=6.50&dob=2024-05');
      await openFilters(page);
      for (const selector of ['input[name=for][value=fathers]', '#to', '#via', '#max', '#dob'])
        expect([selector, await page.locator(selector).isVisible()]).toEqual([selector, true]);
      expect(await page.locator('input[name=for][value=fathers]').isChecked()).toBe(true);
      expect(await page.locator('#max').inputValue()).toBe('6.50');
      await expectAccessible(page);
      await page.context().close();
    });

    test('who has said nothing is asked from where, in one step', async () => {
      const { page } = await open('?kind=childcare');
      await tabTo(page, '#prompt');
      await page.keyboard.type('Timperley');
      await page.keyboard.press('Enter');
      await page.waitForURL(/near=Timperley/);
      expect(page.url()).toContain('kind=childcare');
      expect(await page.locator('#prompt').count()).toBe(0);
      await page.context().close();
    });

    test('a place is kept, which is said where it was done', async () => {
      const { page } = await open('?near=M33+2DH&page=2');
      await tabTo(page, '.fis-result button');
      await page.keyboard.press('Enter');
      await page.waitForURL(/#kept-/);
      expect(page.url()).toContain('page=2');
      expect(await page.locator('.fis-kept:target').isVisible()).toBe(true);
      expect(await page.locator('.fis-kept:visible').count()).toBe(1);
      await expectAccessible(page);
      await page.context().close();
    });

    test('nothing found leads on in one click', async () => {
      const { page, status } = await open('?near=M33+2DH&within=5&kind=nursery&q=zzzzzz');
      expect(status).toBe(200);
      await expectAccessible(page);
      expect(await page.locator('.fis-result').count()).toBe(0);
      expect(await page.locator('.fis-empty .govuk-button').isVisible()).toBe(true);
      await tabTo(page, '.fis-empty a[href*="nursery"]:not([href*="zzzzzz"])');
      await page.keyboard.press('Enter');
      await page.waitForURL((url) => !url.search.includes('zzzzzz'));
      expect(await page.locator('.fis-result').count()).toBeGreaterThan(0);
      await page.context().close();
    });

    test('what is wrong is told at the top and at the field, and nothing typed is lost', async () => {
      const { page, status } = await open('?near=Timbuktu&kind=nursery&max=6.50&dob=5&dob=2024');
      expect(status).toBe(400);
      await expectAccessible(page);
      await tabTo(page, '.govuk-error-summary a');
      await page.keyboard.press('Enter');
      const field = page.locator('#near');
      expect(await field.inputValue()).toBe('Timbuktu');
      expect(await field.getAttribute('aria-describedby')).toBe('near-hint near-error');
      expect(await page.locator('#near-error').isVisible()).toBe(true);
      expect(await page.locator('#year').inputValue()).toBe('2024');
      expect(await page.locator('input[value=nursery]').isChecked()).toBe(true);
      await field.fill('M33');
      await page.keyboard.press('Enter');
      await page.waitForURL(/near=M33&/);
      expect(await page.locator('.govuk-error-summary').count()).toBe(0);
      await page.context().close();
    });
  },
);

const headingOf = (page: Page) => page.locator('h1').textContent();

/** Presses Tab until what is looked for has the focus. */
async function tabTo(page: Page, selector: string): Promise<void> {
  const focused = selector
    .split(', ')
    .map((one) => `${one}:focus`)
    .join(', ');
  for (let press = 0; press < 300; press += 1) {
    if ((await page.locator(focused).count()) > 0) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not lead to ${selector}`);
}

async function tick(page: Page, name: string, value: string): Promise<void> {
  await tabTo(page, `input[name=${name}][value=${value}]`);
  await page.keyboard.press('Space');
}
