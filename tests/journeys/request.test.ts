import type { Browser, Page } from '@playwright/test';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { claimCase } from '#casework/queue/claim-case.ts';
import { writeMessage } from '#casework/file/write-message.ts';
import { openSiteApp } from '../hardness/support/site-app.ts';
import { expectAccessible } from '../support/accessibility.ts';
import { press, tick, type } from '../support/keyboard.ts';
import { launchBrowser } from '../support/browser.ts';
import { readMail } from '../support/mail.ts';
import { scriptlessPage } from '../support/scriptless.ts';
import { startSite, type Site } from '../support/site.ts';
import { asha, type TestApp } from '../support/test-app.ts';

let browser: Browser;
let site: Site;
let app: TestApp;
beforeAll(async () => {
  [browser, site] = await Promise.all([launchBrowser(), startSite()]);
  app = openSiteApp(site.folder);
}, 240_000);
afterAll(async () => {
  await browser.close();
  app.db.$client.close();
  await site.stop();
});

const email = 'amina@example.org';

test('in Urdu, by keyboard alone, on a small phone, without a script: two children, a message, and enough', async () => {
  const page = await scriptlessPage(browser, 320);
  await page.goto(`${site.url}/ur/ask`);
  await press(page, 'main form button');
  await asksForTwo(page);
  await expectAccessible(page);
  await press(page, 'main form button');
  await page.waitForURL('**/ur/ask/sent');
  const sent = (await page.locator('.govuk-panel').textContent()) ?? '';
  const reference = /FIS-\w{4}-\w{4}/.exec(sent)?.[0] ?? '';

  const phone = await scriptlessPage(browser, 320);
  await phone.goto(await nextLink());
  await press(phone, 'main form button');
  await phone.waitForURL('**/ur/track');
  isWrittenTo(reference);
  await phone.goto(await nextLink());
  await press(phone, 'main form button');
  await phone.waitForURL('**/ur/track');
  expect(await phone.locator('main').textContent()).toContain('When can we phone you?');
  await expectAccessible(phone);
  await type(phone, 'main textarea', 'کل صبح');
  await press(phone, 'main form:has(textarea) button');
  await phone.locator('.fis-talk', { hasText: 'کل صبح' }).waitFor();

  await press(phone, 'a[href="/ur/track/withdraw"]');
  await phone.waitForURL('**/withdraw');
  await expectAccessible(phone);
  await press(phone, 'main form button');
  await phone.waitForURL('**/ur/track');
  expect(await phone.locator('a[href="/ur/track/feedback"]').count()).toBe(1);
  await expectAccessible(phone);
});

/** Every question, with a child of two who is fed by tube and one of five. */
async function asksForTwo(page: Page) {
  const year = new Date().getUTCFullYear();
  const go = async (to: string) => {
    await press(page, 'main form button:not([name=more]):visible');
    await page.waitForURL(`**/ur/ask/${to}`);
  };
  await tick(page, 'input[name=wish][value=place]');
  await go('about');
  await tick(page, 'input[value=kinship]');
  await go('children');
  await type(page, '#month', '5');
  await type(page, '#year', `${year - 2}`);
  await press(page, 'button[name=more]');
  await page.locator('#month-2').waitFor();
  await type(page, '#month-2', '5');
  await type(page, '#year-2', `${year - 5}`);
  // Enter in a field goes on; it does not add a row.
  await page.keyboard.press('Enter');
  await page.waitForURL('**/ur/ask/place');
  await type(page, '#postcode', 'm33 2dh');
  await tick(page, 'input[name=miles][value="3"]');
  await go('start');
  await tick(page, 'input[name=when][value=soon]');
  await go('times');
  await tick(page, 'input[value=mon-morning]');
  await go('kinds');
  await go('needs-1');
  await tick(page, 'input[value=health]');
  await go('care-1');
  await tick(page, 'input[value=tube-feeding]');
  await go('needs-2');
  for (const step of ['money', 'tried', 'helpers', 'contact']) await go(step);
  await tick(page, 'input[name=channel][value=email]');
  await type(page, '#email', email);
  await go('reach');
  await go('sharing');
  await tick(page, 'input[name=share][value=times-only]');
  await go('check');
}

/** Asha takes the request and writes to the family. */
function isWrittenTo(reference: string) {
  const staff = app.as(asha);
  expect(claimCase(staff, reference)).toMatchObject({ ok: true });
  const text = 'When can we phone you?';
  expect(writeMessage(staff, reference, { text, once: app.ids.id() })).toMatchObject({ ok: true });
}

/** The link of the next message to the family, once it has come. */
const seen = new Set<string>();
async function nextLink(): Promise<string> {
  const next = async () => {
    const mails = await Promise.all(site.mails().map(readMail));
    return mails.find(({ to, link }) => to === email && !seen.has(link))?.link;
  };
  for (let turn = 0; turn < 300; turn += 1) {
    const link = await next();
    if (link !== undefined) {
      seen.add(link);
      return link;
    }
    await wait(100);
  }
  throw new Error('No message came');
}
