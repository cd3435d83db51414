import type { Browser, Page } from '@playwright/test';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDatabase } from '#db/open-database.ts';
import { londonDay } from '#platform/calendar/london-time.ts';
import { systemClock } from '#platform/clock.ts';
import { expectAccessible } from '../support/accessibility.ts';
import { joinAsBroker } from '../support/broker.ts';
import { launchBrowser } from '../support/browser.ts';
import { addBarePlace, addSecretHome, fillPlace, homeSecrets } from '../support/full-place.ts';
import { readMail } from '../support/mail.ts';
import { scriptlessPage } from '../support/scriptless.ts';
import { newFolder, runScript, startSite, until, type Site } from '../support/site.ts';

let browser: Browser;
let site: Site;
beforeAll(async () => {
  const folder = newFolder();
  fillDirectory(folder);
  const environment = { SAMPLE_AREA: 'none', LANGUAGES: 'en,ur' };
  [browser, site] = await Promise.all([launchBrowser(), startSite({ folder, environment })]);
}, 240_000);
afterAll(async () => {
  await browser.close();
  await site.stop();
});

function fillDirectory(folder: string): void {
  const db = openDatabase(join(folder, 'fis.sqlite'));
  addBarePlace(db, { id: 'full', kind: 'nursery', name: 'Moss Lane Nursery' });
  fillPlace(db, 'full', londonDay(systemClock.now()));
  addBarePlace(db, { id: 'empty', kind: 'nursery', name: 'Quiet Nursery', latitude: 53.425 });
  addSecretHome(db, 'home');
  const hub = { locationId: 'hub-place', latitude: 53.43, registered: false };
  addBarePlace(db, { id: 'hub', kind: 'family-hub', name: 'Sale Family Hub', ...hub });
  addBarePlace(db, { id: 'clinic', kind: 'health-visiting', name: 'Baby clinic', ...hub });
  db.$client.close();
}

const main = async (page: Page): Promise<string> =>
  (await page.locator('main').textContent())?.replace(/\s+/g, ' ') ?? '';
const pathOf = (page: Page): string => {
  const { pathname, search, hash } = new URL(page.url());
  return pathname + search + hash;
};

const shown = [
  '/provider/full',
  '/provider/empty',
  '/provider/home',
  '/provider/hub',
  '/provider/full/report',
  '/shortlist',
  '/shortlist?ids=full,home,gone',
  '/shortlist/compare?ids=full,empty,home,hub',
  '/shortlist/compare?ids=full,empty&near=nowhere',
];

describe.each([
  ['en', 320],
  ['en', 1280],
  ['ur', 320],
  ['ur', 1280],
] as const)('in %s, %d pixels wide, without a script', (language, width) => {
  test('every page of a place and of the shortlist is accessible and fits', async () => {
    const page = await scriptlessPage(browser, width);
    for (const path of shown) {
      await page.goto(site.url + (language === 'en' ? '' : `/${language}`) + path);
      await expectAccessible(page);
    }
  });

  test('a report with slips comes back whole, and then is sent', async () => {
    const page = await scriptlessPage(browser, width);
    await page.goto(`${site.url}${language === 'en' ? '' : `/${language}`}/provider/full/report`);
    await page.locator('textarea[name=text]').fill('It closes at five');
    await page.locator('input[name=email]').fill('amina@');
    await page.locator('main form button').click();
    await expectAccessible(page);
    expect(await page.locator('.govuk-error-summary li').count()).toBe(2);
    expect(await page.locator('textarea[name=text]').inputValue()).toBe('It closes at five');
    expect(await page.locator('input[name=email]').inputValue()).toBe('amina@');
    await page.locator('input[value=hours]').check();
    await page.locator('input[name=email]').fill('amina@example.org');
    await page.locator('main form button').click();
    await expectAccessible(page);
    expect(pathOf(page)).toMatch(/\/provider\/full\/report\/sent$/);
  });
});

test('the council is told without what was written or by whom; staff read both', async () => {
  const page = await scriptlessPage(browser, 320);
  await page.goto(`${site.url}/provider/empty/report`);
  await page.locator('input[value=closed]').check();
  await page.locator('textarea[name=text]').fill('qzclosed last week');
  await page.locator('input[name=email]').fill('qzreporter@example.org');
  await page.locator('main form button').click();
  const about = await until(() => site.mails().find((mail) => mail.includes('Quiet Nursery')));
  const mail = await readMail(about);
  expect(mail.to).toBe('families@council.example');
  expect(mail.subject).toBe('A page is reported wrong: Quiet Nursery');
  expect(mail.text).toContain('It has closed or moved');
  expect(mail.text + mail.html).not.toMatch(/qzclosed|qzreporter/);

  const reportLink = /\S+\/staff\/report\/\S+/.exec(mail.text)?.[0] ?? '';
  const broker = await scriptlessPage(browser, 1280);
  await broker.goto(reportLink);
  expect(pathOf(broker), 'nobody reads it who has not signed in').toBe('/staff/sign-in');
  await joinAsBroker(broker, invitation());
  await broker.goto(reportLink);
  await expectAccessible(broker);
  expect(await main(broker)).toContain('qzclosed last week');
  expect(await main(broker)).toContain('qzreporter@example.org');
});

function invitation(): string {
  const asked = ['invite', 'asha@council.example', '--role', 'broker'];
  const printed = runScript(site.folder, 'scripts/staff.ts', asked);
  return site.url + (/\/staff\/join\/\S+/.exec(printed)?.[0] ?? '');
}

test('a list is kept, compared, shared and emptied without an account or a script', async () => {
  const parent = await scriptlessPage(browser, 320);
  for (const id of ['full', 'home', 'empty']) {
    await parent.goto(`${site.url}/provider/${id}`);
    expect(await parent.locator(`#kept-${id}`).isVisible(), 'before it is kept').toBe(false);
    await parent.locator('.fis-keep button').click();
    expect(pathOf(parent)).toBe(`/provider/${id}#kept-${id}`);
    expect(await parent.locator(`#kept-${id}`).isVisible(), 'once it is kept').toBe(true);
  }
  await expectAccessible(parent);
  await parent.locator('.fis-kept a').click();
  expect(await parent.locator('.fis-kept-place').count()).toBe(3);
  await expectAccessible(parent);
  const link = (await parent.locator('.fis-share__link a').textContent())?.trim() ?? '';
  expect(link).toBe(`${site.url}/shortlist?ids=full,home,empty`);

  await parent.locator('#compare-home').uncheck();
  await parent.locator('#compare button').click();
  expect(await parent.locator('.fis-compare thead a bdi').allTextContents()).toEqual([
    ...['Moss Lane Nursery', 'Moss Lane Nursery', 'Quiet Nursery', 'Quiet Nursery'],
  ]);
  await expectAccessible(parent);

  await parent.goto(`${site.url}/shortlist`);
  await parent.locator('.fis-kept-place').last().locator('form button').click();
  expect(await parent.locator('.fis-kept-place').count()).toBe(2);

  const friend = await scriptlessPage(browser, 1280);
  await friend.goto(link);
  expect(await friend.locator('.fis-kept-place').count()).toBe(3);
  await friend.locator('main form button').first().click();
  expect(pathOf(friend)).toBe('/shortlist');
  expect(await friend.locator('.fis-kept-place').count()).toBe(3);
  await friend.locator('.fis-clear-list button').click();
  expect(await main(friend)).toContain('You have not kept any place yet');
});

test('by keyboard alone a place is kept, and what comes next is the shortlist', async () => {
  const page = await scriptlessPage(browser, 1280);
  await page.goto(`${site.url}/provider/empty`);
  await tabTo(page, '.fis-keep button');
  await page.keyboard.press('Enter');
  await page.waitForURL('**#kept-empty');
  await page.keyboard.press('Tab');
  expect(await page.locator(':focus').textContent()).toContain('See your shortlist');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/shortlist');
  await tabTo(page, '.fis-kept-place form button');
  await page.keyboard.press('Enter');
  await page.locator('.fis-kept-place').waitFor({ state: 'detached' });
  expect(await page.locator('.fis-kept-place').count()).toBe(0);
});

async function tabTo(page: Page, selector: string): Promise<void> {
  const wanted = page.locator(selector).first();
  for (let turn = 0; turn < 80; turn += 1) {
    if ((await wanted.and(page.locator(':focus')).count()) > 0) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`${selector} cannot be reached by keyboard`);
}

test('nothing is asked of anybody else, and the content policy finds nothing wrong', async () => {
  const page = await browser.newPage();
  const asked: string[] = [];
  const said: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).origin));
  page.on('console', (message) => said.push(message.text()));
  page.on('pageerror', (error) => said.push(error.message));
  await page.goto(`${site.url}/provider/full`);
  await page.goto(`${site.url}/shortlist/compare?ids=full,empty`);
  expect(new Set(asked)).toEqual(new Set([site.url]));
  expect(said).toEqual([]);
  await page.close();
});

test('search engines get the same facts as data, a description and one address', async () => {
  const html = await (await fetch(`${site.url}/ur/provider/full?from=somewhere`)).text();
  const [, json = ''] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html) ?? [];
  expect(JSON.parse(json)).toMatchObject({
    '@type': 'ChildCare',
    name: 'Moss Lane Nursery',
    url: `${site.url}/ur/provider/full`,
  });
  expect(html).toContain(`<link rel="canonical" href="${site.url}/ur/provider/full"`);
  expect(html).toMatch(/<meta name="description" content="[^"]*Moss Lane Nursery/);
});

test('a home without consent shows nothing of itself in any page’s source', async () => {
  const paths = [
    '/provider/home',
    '/ur/provider/home',
    '/provider/home/report',
    '/provider/full',
    '/shortlist?ids=home',
    '/shortlist/compare?ids=home,full&near=M33',
  ];
  for (const path of paths) {
    const html = (await (await fetch(site.url + path)).text()).toLowerCase();
    expect(html, path).toContain('m33');
    for (const secret of homeSecrets) expect(html, path).not.toContain(secret.toLowerCase());
  }
});

test('a shortlist is nobody’s to keep but its own browser’s', async () => {
  for (const path of ['/shortlist', '/shortlist?ids=full', '/shortlist/compare?ids=full']) {
    const answer = await fetch(site.url + path);
    expect(answer.headers.get('cache-control'), path).toBe('no-store');
    expect(await answer.text()).toContain('noindex');
  }
});

test('a cookie of 10 kB, or of anything at all, is an ordinary page', async () => {
  const values = [
    'x'.repeat(10_240),
    'full,'.repeat(2000),
    '%E0%A4%A',
    '"><script>alert(1)</script>',
  ];
  for (const value of values) {
    const headers = { cookie: `__Host-shortlist=${value}` };
    for (const path of ['/shortlist', '/shortlist/compare', '/provider/full']) {
      const answer = await fetch(site.url + path, { headers });
      expect(answer.status, `${path} ${value.slice(0, 20)}`).toBe(200);
      expect(await answer.text()).not.toContain('<script>alert');
    }
  }
});

test('a form that would lead away from the site leads to the shortlist', async () => {
  const answer = await fetch(`${site.url}/shortlist`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: site.url },
    body: new URLSearchParams({ do: 'keep', id: 'full', back: '//elsewhere.example/' }),
  });
  expect(answer.status).toBe(303);
  expect(answer.headers.get('location')).toBe('/shortlist');
  expect(answer.headers.get('set-cookie')).toMatch(
    /^__Host-shortlist=full; .*Max-Age=2592000.*Path=\/.*HttpOnly.*Secure.*SameSite=Lax/i,
  );
});
