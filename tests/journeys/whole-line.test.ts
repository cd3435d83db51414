import type { Browser, Page } from '@playwright/test';
import Database from 'better-sqlite3';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectAccessible as lookClosely } from '../support/accessibility.ts';
import { joinAsBroker, submit } from '../support/broker.ts';
import { launchBrowser } from '../support/browser.ts';
import { readMail } from '../support/mail.ts';
import { scriptlessPage } from '../support/scriptless.ts';
import { newFolder, runScript, startSite, type Site } from '../support/site.ts';

const fixtures = join(import.meta.dirname, '../fixtures');
const postcodes = join(import.meta.dirname, '../../content/sample-area/postcodes.csv');
const realFile = join(fixtures, 'ofsted/ofsted_mi_2021-08-31_trafford.csv');

let browser: Browser;
/** The pages are the same in both areas: they are looked at in the first. */
let expectAccessible: (page: Page) => Promise<void> = lookClosely;
async function passBy(page: Page): Promise<void> {
  await page.waitForLoadState();
}
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

describe.each([
  { area: 'the sample area', prepare: prepareSample, look: lookClosely },
  { area: 'Ofsted’s own file', prepare: prepareReal, look: passBy },
])('with $area, without a script, a family in Urdu on a small phone', ({ prepare, look }) => {
  let site: Site;
  let brokerLink: string;
  beforeAll(async () => {
    expectAccessible = look;
    ({ site, brokerLink } = await prepare());
  });
  afterAll(() => site.stop());

  test('asks, is answered, chooses, and leaves a record that verifies', async () => {
    const parent = await scriptlessPage(browser, 320);
    await findNothing(parent, site);
    await askForHelp(parent);
    const reference = await confirmed(parent);

    await readPrivacyAndLoseTheLink(await scriptlessPage(browser, 320), site);

    const broker = await scriptlessPage(browser, 1280);
    await joinAsBroker(broker, brokerLink);
    await claimAndAsk(broker, reference);

    await answerYes(await scriptlessPage(browser, 360), site);
    await offerIt(broker, reference);

    const trackLink = await linkIn(site, 'amina@example.org', 2);
    await chooseIt(parent, trackLink);
    await confirmIt(broker, reference);
    await seesItClosed(broker, reference);

    const both = { days: '["sat"]', outcome: 'placed-as-wanted' };
    expect(demandRows(site)).toEqual([
      { ...both, age_band: '2', need_groups: '["equipment","health"]' },
      { ...both, age_band: '5-7', need_groups: '[]' },
    ]);
    expect(runScript(site.folder, 'scripts/audit.ts', ['verify'])).toContain('whole');
  });
});

async function prepareSample() {
  const site = await startSite();
  return { site, brokerLink: site.brokerLink() };
}

async function prepareReal() {
  const folder = newFolder();
  runScript(folder, 'scripts/import.ts', ['postcodes', postcodes]);
  runScript(folder, 'scripts/import.ts', ['ofsted', realFile, '--authority', 'Trafford']);
  const site = await startSite({ folder, environment: { SAMPLE_AREA: 'none' } });
  const environment = ['invite', 'asha@council.example', '--role', 'broker'];
  const printed = runScript(folder, 'scripts/staff.ts', environment);
  const token = /\/staff\/join\/\S+/.exec(printed)?.[0] ?? '';
  return { site, brokerLink: site.url + token };
}

async function findNothing(page: Page, site: Site) {
  await page.goto(`${site.url}/ur`);
  await expectAccessible(page);
  expect(await page.locator('html').getAttribute('dir')).toBe('rtl');
  await page.locator('input[name=near]').fill('m31 4fb');
  await submit(page);
  await expectAccessible(page);
  const search = 'near=M31+4FB&within=1&age=30&inclusion=hoist&inclusion=oxygen';
  await page.goto(`${site.url}/ur/find?${search}`);
  await expectAccessible(page);
  expect(await page.locator('.fis-result').count()).toBe(0);
  await page.locator('.fis-empty .govuk-button').click();
  await expectAccessible(page);
  await submit(page);
}

async function askForHelp(page: Page) {
  const next = async () => {
    await submit(page);
    await expectAccessible(page);
  };
  await expectAccessible(page);
  await next();
  expect(await page.locator('.govuk-error-summary').count(), 'an empty answer is explained').toBe(
    1,
  );
  await page.locator('input[name=wish][value=place]').check();
  await next();
  await page.locator('input[value=parent]').check();
  await next();
  await tellOfTwoChildren(page);
  await next();
  expect(await page.locator('input[name=postcode]').inputValue()).toBe('M31 4FB');
  await page.locator('input[name=miles][value="10"]').check();
  await next();
  expect(await page.locator('.fis-fit').textContent(), 'what may fit is counted').toMatch(/\d/);
  await page.locator('input[name=when][value=soon]').check();
  await next();
  await page.locator('input[value=sat-morning]').check();
  await next();
  await next();
  expect(await page.locator('input[value=equipment]').isChecked(), 'the search came along').toBe(
    true,
  );
  await page.locator('textarea[name=text]').fill('وہ ٹیوب سے کھاتی ہے');
  await next();
  await page.locator('input[value=tube-feeding]').check();
  await next();
  await next();
  expect(new URL(page.url()).pathname, 'the second child needs nothing more').toBe('/ur/ask/money');
  await next();
  await next();
  await next();
  await page.locator('input[name=name]').fill('آمنہ');
  await page.locator('input[name=channel][value=email]').check();
  await page.locator('input[name=email]').fill('amina@');
  await next();
  expect(await page.locator('input[name=email]').inputValue(), 'nothing typed is lost').toBe(
    'amina@',
  );
  await page.locator('input[name=email]').fill('amina@example.org');
  await next();
  await page.locator('input[name=help][value=interpreter]').check();
  await next();
  await page.locator('input[name=share][value=all]').check();
  await next();
  expect(new URL(page.url()).pathname).toBe('/ur/ask/check');
}

/** A child of 30 months, and one of five years whom another row is asked for. */
async function tellOfTwoChildren(page: Page) {
  const born = new Date();
  born.setUTCMonth(born.getUTCMonth() - 30);
  await page.locator('#month').fill(String(born.getUTCMonth() + 1));
  await page.locator('#year').fill(String(born.getUTCFullYear()));
  await page.locator('button[name=more]').click();
  await expectAccessible(page);
  expect(await page.locator('#year').inputValue()).toBe(String(born.getUTCFullYear()));
  await page.locator('#month-2').fill(String(born.getUTCMonth() + 1));
  await page.locator('#year-2').fill(String(born.getUTCFullYear() - 3));
}

async function confirmed(page: Page): Promise<string> {
  await submit(page);
  await expectAccessible(page);
  const panel = (await page.locator('.govuk-panel').textContent()) ?? '';
  await page.goBack();
  await page.reload();
  expect(new URL(page.url()).pathname, 'going back does not send again').toBe('/ur/ask/sent');
  return /FIS-\w{4}-\w{4}/.exec(panel)?.[0] ?? '';
}

/** A reference that nobody has looks the same as one's own, and sends no message. */
async function readPrivacyAndLoseTheLink(page: Page, site: Site) {
  await page.goto(`${site.url}/ur/privacy`);
  await expectAccessible(page);
  await page.goto(`${site.url}/ur/track/find`);
  await expectAccessible(page);
  await page.locator('input[name=reference]').fill('FIS-4TNW-2K7P');
  await page.locator('input[name=contact]').fill('nobody@example.org');
  await submit(page);
  await expectAccessible(page);
  expect(new URL(page.url()).pathname).toBe('/ur/track/code');
}

async function claimAndAsk(page: Page, reference: string) {
  await fitsAPhone(page, ['/ur/staff/undelivered', '/staff/quarantine', '/ur/staff', '/staff']);
  await page.locator(`button[value=${reference}]`).click();
  await expectAccessible(page);
  await fitsAPhone(page, [`/ur/staff/case/${reference}`, `/staff/case/${reference}`]);
  await page.locator('.fis-result .govuk-button').first().click();
  await expectAccessible(page);
  await page.locator('input[name=providerName]').fill('Saturday Nursery');
  await page.locator('input[name=email]').fill('manager@nursery.example');
  await submit(page);
  await expectAccessible(page);
  expect(await page.locator('main').textContent()).toContain('Saturday Nursery');
}

/** Looks at pages on a screen of 320 pixels, and then at the last of them on a wide one again. */
async function fitsAPhone(page: Page, paths: readonly string[]) {
  await page.setViewportSize({ width: 320, height: 720 });
  for (const path of paths) {
    await page.goto(new URL(path, page.url()).href);
    await expectAccessible(page);
  }
  await page.setViewportSize({ width: 1280, height: 720 });
  await expectAccessible(page);
}

async function answerYes(page: Page, site: Site) {
  const link = await linkIn(site, 'manager@nursery.example', 1);
  await page.goto(link);
  await expectAccessible(page);
  await submit(page);
  await expectAccessible(page);
  const question = (await page.locator('main').textContent()) ?? '';
  expect(question).not.toContain('آمنہ');
  expect(question).not.toContain('4FB');
  await submit(page);
  await expectAccessible(page);
  await page.locator('input[name=answer][value=yes]').check();
  await page.locator('input[name=visit]').check();
  await page.locator('textarea[name=note]').fill('We would love to meet you.');
  await submit(page);
  await expectAccessible(page);
  await page.goto(link);
  expect(await page.locator('h1').textContent(), 'the link works once').toContain('used');
}

async function offerIt(page: Page, reference: string) {
  await page.goto(new URL(`/staff/case/${reference}`, page.url()).href);
  await expectAccessible(page);
  await page.locator('button[value=offer]').click();
  await expectAccessible(page);
}

async function chooseIt(page: Page, link: string) {
  await page.goto(link);
  await expectAccessible(page);
  await submit(page);
  await expectAccessible(page);
  const main = (await page.locator('main').textContent()) ?? '';
  expect(main).toContain('Saturday Nursery');
  expect(main, 'what the child needs is not on the page').not.toContain('ٹیوب');
  await page.locator('a[href*="/track/choose/"]').click();
  await expectAccessible(page);
  await submit(page);
  await expectAccessible(page);
  const chosen = (await page.locator('main').textContent()) ?? '';
  expect(chosen, 'how to reach the place').toContain('manager@nursery.example');
}

async function confirmIt(page: Page, reference: string) {
  await page.goto(new URL(`/staff/case/${reference}`, page.url()).href);
  await expectAccessible(page);
  await page.locator('a[href$="/place/confirm"]').click();
  await expectAccessible(page);
  await page.locator('input[name=family]').check();
  await page.locator('input[name=place]').check();
  await submit(page);
  await expectAccessible(page);
}

async function seesItClosed(page: Page, reference: string) {
  await page.goto(new URL(`/staff/case/${reference}`, page.url()).href);
  await expectAccessible(page);
  expect(await page.locator('.fis-case-head').textContent()).toContain('Placed as wanted');
  await page.goto(new URL('/staff?view=closed', page.url()).href);
  await expectAccessible(page);
  expect(await page.locator('main').textContent()).toContain(reference);
}

/** The link in the newest message to an address, once it has had that many. */
async function linkIn(site: Site, to: string, count: number): Promise<string> {
  for (let turn = 0; turn < 600; turn += 1) {
    const mails = await Promise.all(site.mails().map(readMail));
    const own = mails.filter((mail) => mail.to === to);
    if (own.length >= count)
      return (
        own.find((mail) => /ready|news|خبر|Can you/.test(mail.subject))?.link ??
        own.at(-1)?.link ??
        ''
      );
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`No message to ${to}`);
}

function demandRows(site: Site): readonly unknown[] {
  const db = new Database(site.databaseFile, { readonly: true });
  const rows = db
    .prepare('select age_band, days, outcome, need_groups from demand order by age_band')
    .all();
  db.close();
  return rows;
}
