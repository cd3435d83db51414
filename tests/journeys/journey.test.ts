import type { Browser, Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
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

/** In four months: in November, a baby due in March. */
const due = new Date(Date.UTC(new Date().getUTCFullYear(), new Date().getUTCMonth() + 4, 1));
const [month, year] = [String(due.getUTCMonth() + 1), String(due.getUTCFullYear())];

const open = async (path: string, width: number) => {
  const page = await scriptlessPage(browser, width);
  const answer = await page.goto(site.url + path);
  return { page, status: answer?.status() };
};

describe.each([
  { language: 'Urdu', prefix: '/ur', width: 320 },
  { language: 'English', prefix: '', width: 1280 },
])('without a script, in $language, $width pixels wide', ({ prefix, width }) => {
  test('a woman who expects a baby sees what is due now, next and later, and who is near her', async () => {
    const { page } = await open(`${prefix}/journey`, width);
    await expectAccessible(page);
    expect(await page.locator('#now').count()).toBe(0);
    await page.locator('#dob').fill(month);
    await page.locator('#year').fill(year);
    await page.locator('#near').fill('m33 2dh');
    await page.locator('.fis-journey-form button').click();
    await page.waitForURL(/dob=/);

    await expectAccessible(page);
    for (const part of ['now', 'near-you', 'days', 'next', 'later', 'anytime', 'doors'])
      expect([part, await page.locator(`#${part}`).isVisible()]).toEqual([part, true]);
    expect(await hrefsIn(page, 'section[aria-labelledby=now] h3 a')).toMatch(
      /journey\/pregnancy\?/,
    );
    const near = page.locator('section[aria-labelledby=near-you]');
    expect(await near.locator('a[href*="/provider/"]').count()).toBeGreaterThan(9);
    expect(await near.locator('.fis-nearby__distance').count()).toBeGreaterThan(9);

    await page.locator('section[aria-labelledby=now] h3 a').first().click();
    await expectAccessible(page);
    expect(await page.locator('#services').textContent()).toContain('m33 2dh');
    expect(await page.locator('a[href*="/provider/"]').count()).toBeGreaterThan(6);
    expect(await hrefsIn(page, '.fis-guides a')).toContain(`${prefix}/guidance/pregnancy`);
    await page.locator('.govuk-back-link').click();
    expect(await page.locator('#now').isVisible(), 'nothing said is lost').toBe(true);
    await page.context().close();
  });

  test('what is not understood is told at its field, and nothing typed is lost', async () => {
    const { page, status } = await open(`${prefix}/journey?dob=13&dob=2027&near=Timbuktu`, width);
    expect(status).toBe(400);
    await expectAccessible(page);
    const problems = page.locator('.govuk-error-summary a');
    expect(await problems.count()).toBe(2);
    expect(await page.locator('#dob').inputValue()).toBe('13');
    expect(await page.locator('#near').inputValue()).toBe('Timbuktu');
    await problems.first().click();
    expect(new URL(page.url()).hash).toBe('#dob');
    await page.context().close();
  });

  test('one search finds guidance, help with money and places together', async () => {
    const { page } = await open(prefix === '' ? '/' : prefix, width);
    await expectAccessible(page);
    await page.locator('#q').fill(prefix === '' ? 'nursery' : 'نرسری');
    await page.locator('form[role=search] button').click();
    await page.waitForURL(/search\?q=/);
    await expectAccessible(page);
    for (const group of ['guides', 'schemes', 'services'])
      expect([group, await page.locator(`#found-${group}`).isVisible()]).toEqual([group, true]);
    expect(await hrefsIn(page, '.fis-nearby--found a')).toContain(`${prefix}/provider/`);

    await page.goto(`${site.url}${prefix}/search?q=zzzzqqq`);
    await expectAccessible(page);
    expect(await hrefsIn(page, '.fis-empty a')).toContain(`${prefix}/ask`);
    await page.context().close();
  });
});

test('every door and every page of the foot opens and can be read by anybody', async () => {
  const { page } = await open('/ur/journey', 320);
  const doors = await hrefsIn(page, 'a[href*="/journey/for/"]');
  expect(doors.split('\n')).toHaveLength(8);
  const [first = ''] = doors.split('\n');
  const models = ['terms', 'another-way', 'feedback', 'have-your-say', 'accessibility'];
  const paths = [first, ...models.map((name) => `/ur/${name}`)];
  const foot = await hrefsIn(page, '.govuk-footer a');
  for (const path of paths) {
    if (path !== first) expect(foot).toContain(path);
    expect((await page.goto(site.url + path))?.status(), path).toBe(200);
    await expectAccessible(page);
  }
  await page.context().close();
});

test('a family that may have to hide what it reads can leave; others are not asked to', async () => {
  const { page } = await open('/journey/separation', 320);
  expect(await page.locator('.govuk-exit-this-page a').count()).toBeGreaterThan(0);
  await page.goto(`${site.url}/journey/two`);
  expect(await page.locator('.govuk-exit-this-page').count()).toBe(0);
  await page.context().close();
});

test('a step or door that is not there says so', async () => {
  for (const path of ['/journey/nowhere', '/journey/for/nobody', '/journey/__proto__'])
    expect([path, (await fetch(site.url + path)).status]).toEqual([path, 404]);
});

test('the sitemap leads to every step, door, article and page of the council', async () => {
  const map = await (await fetch(`${site.url}/sitemap/0.xml`)).text();
  for (const path of ['/journey/two', '/journey/for/fathers', '/guidance/pregnancy', '/terms'])
    expect(map).toContain(`${path}</loc>`);
});

/** Where the links of a part lead, one a line. */
const hrefsIn = async (page: Page, selector: string): Promise<string> =>
  (
    await page
      .locator(selector)
      .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
  ).join('\n');
