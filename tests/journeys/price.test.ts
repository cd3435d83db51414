import type { Browser, Page } from '@playwright/test';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { londonDay } from '#platform/calendar/london-time.ts';
import { systemClock } from '#platform/clock.ts';
import { expectAccessible } from '../support/accessibility.ts';
import { launchBrowser } from '../support/browser.ts';
import { scriptlessPage } from '../support/scriptless.ts';
import { startSite, type Site } from '../support/site.ts';

let browser: Browser;
let site: Site;
beforeAll(async () => {
  [browser, site] = await Promise.all([launchBrowser(), startSite()]);
}, 240_000);
afterAll(async () => {
  await browser.close();
  await site.stop();
});

/** A month of birth that makes a child two and a half today. */
const [year = 0, month = 0] = londonDay(systemClock.now()).split('-').map(Number);
const monthNumber = year * 12 + month - 1 - 30;
const born = { month: String((monthNumber % 12) + 1), year: String(Math.floor(monthNumber / 12)) };

const text = async (page: Page, selector: string): Promise<string> =>
  (await page.locator(selector).first().textContent())?.replace(/\s+/g, ' ').trim() ?? '';
const send = (page: Page) => page.locator('main form.fis-prose button.govuk-button').click();

async function answer(page: Page): Promise<void> {
  for (const day of ['1', '2', '3']) await page.locator(`input[name=day][value="${day}"]`).check();
  await page.fill('input[name=from]', '8:30');
  await page.fill('input[name=to]', '15:30');
  await page.check('input[name=spread][value=term-time]');
  await page.fill('input[name=month]', born.month);
  await page.fill('input[name=year]', born.year);
  await page.check('input[name=hours][value=extra-support]');
  await page.check('input[name=help][value=universal-credit]');
}

test('a parent of a two-year-old on Universal Credit sees what three nurseries would really cost', async () => {
  const page = await scriptlessPage(browser, 320);
  const search = '/find?kind=nursery&funded=extra-support-2&max=20';
  for (const place of [0, 1, 2]) {
    await page.goto(site.url + search);
    await page.locator('.fis-result__head button').nth(place).click();
  }
  await page.goto(`${site.url}/shortlist`);
  await page.locator('a[href="/shortlist/price"]').click();
  await answer(page);
  await send(page);
  await expectAccessible(page);
  const cards = page.locator('.fis-price-places > li');
  expect(await cards.count()).toBe(3);
  for (const place of [0, 1, 2]) {
    const card = ((await cards.nth(place).textContent()) ?? '').replace(/\s+/g, ' ');
    expect(card).toMatch(/About £[\d.,]+ a week/);
    expect(card).toContain('Free hours used: 15 a week in term, 570 a year.');
    expect(card).toContain('Back through Universal Credit');
    expect(await cards.nth(place).locator('table caption').count()).toBe(1);
  }
  expect(new URL(page.url()).search).not.toMatch(/universal|support|born|day/);
});

test('a slip keeps what was typed; put right, every line of the sum is in a table', async () => {
  const page = await scriptlessPage(browser, 320);
  await page.goto(`${site.url}/find?kind=nursery&funded=extra-support-2&max=20`);
  await page.locator('.fis-result__title a').first().click();
  await page.locator('.fis-provider a[href$="/price"]').click();
  await expectAccessible(page);
  await answer(page);
  await page.fill('input[name=to]', 'half three');
  await send(page);
  await expectAccessible(page);
  expect(await page.locator('.govuk-error-summary a').getAttribute('href')).toBe('#to');
  expect(await page.inputValue('input[name=to]')).toBe('half three');
  expect(await page.inputValue('input[name=year]')).toBe(born.year);
  await page.fill('input[name=to]', '15:30');
  await send(page);
  await expectAccessible(page);
  expect(await text(page, '.fis-sum-total strong')).toMatch(/^About £[\d.,]+ a week$/);
  expect(await text(page, '.fis-sum caption')).toContain('Every line of the sum');
  const rows = page.locator('.fis-sum tbody tr');
  expect(await rows.count()).toBeGreaterThanOrEqual(3);
  expect(await text(page, '.fis-price-result')).toContain('Price of meals');
});

test.each([
  ['/ur', 320],
  ['/pl', 1280],
] as const)('the sum in %s, %d pixels wide', async (language, width) => {
  const page = await scriptlessPage(browser, width);
  await page.goto(`${site.url}/find?kind=nursery&funded=extra-support-2&max=20`);
  const place = await page.locator('.fis-result__title a').first().getAttribute('href');
  await page.goto(`${site.url}${language}${place ?? ''}/price`);
  await answer(page);
  await send(page);
  await expectAccessible(page);
  expect(await page.locator('.fis-sum').count()).toBe(1);
});

test('a search by the price of a week tells both prices, and what they are for', async () => {
  const page = await scriptlessPage(browser, 320);
  const week = 'day=1&day=2&from=09:00&to=15:00&age=30&funded=extra-support-2';
  await page.goto(`${site.url}/find?kind=nursery&${week}&max=60&per=week`);
  await expectAccessible(page);
  expect(await text(page, '.fis-results .fis-result')).toMatch(
    /£[\d.]+ a week for your hours; £[\d.]+ after free hours/,
  );
  expect(await text(page, '.fis-found')).toContain('Up to £60.00 a week after free hours');
  await page.goto(`${site.url}/find?max=60&per=week`);
  await expectAccessible(page);
  expect(await text(page, '.govuk-error-summary')).toContain('choose your child’s age');
});
