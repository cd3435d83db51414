import type { Browser, Page } from '@playwright/test';
import ICAL from 'ical.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectAccessible } from '../support/accessibility.ts';
import { launchBrowser } from '../support/browser.ts';
import { readMail } from '../support/mail.ts';
import { scriptlessPage } from '../support/scriptless.ts';
import { startSite, until, type Site } from '../support/site.ts';

let browser: Browser;
let site: Site;
beforeAll(async () => {
  browser = await launchBrowser();
  site = await startSite({ environment: { SAMPLE_AREA: 'none' } });
});
afterAll(async () => {
  await browser.close();
  await site.stop();
});

/** The month so many months from now, as its number and year. */
function monthFromNow(count: number): readonly [month: string, year: string] {
  const now = new Date();
  const at = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + count, 15));
  return [String(at.getUTCMonth() + 1), String(at.getUTCFullYear())];
}

async function typeMonth(page: Page, count: number): Promise<void> {
  const [month, year] = monthFromNow(count);
  await page.fill('#month-a', month);
  await page.fill('#year-a', year);
}

const goOn = (page: Page) => page.locator('form.fis-prose .govuk-button').first().click();
async function choose(page: Page, name: string, value: string): Promise<void> {
  await page.check(`input[name="${name}"][value="${value}"]`);
  await goOn(page);
}
const headings = async (page: Page) => (await page.locator('h1, h2').allTextContents()).join(' ');

/** Opens the checker in a browser of its own. */
async function startChecking(prefix: string, width: number): Promise<Page> {
  const page = await scriptlessPage(browser, width);
  await page.goto(`${site.url}${prefix}/checker`);
  return page;
}

describe('without a script', () => {
  test('an expecting parent in Polish gets a timeline, a calendar that opens, and a reminder', async () => {
    const page = await startChecking('/pl', 320);
    await expectAccessible(page);
    await page.locator('form[action$="/checker"] button').click();
    expect(await page.locator('.govuk-error-summary').isVisible()).toBe(true);
    await typeMonth(page, 4);
    await page.locator('form[action$="/checker"] button').click();
    expect(new URL(page.url()).pathname).toBe('/pl/checker/result');
    expect(page.url(), 'no answer in the address').not.toContain('?');
    await expectAccessible(page);
    expect(await headings(page)).toContain('Co i kiedy, po kolei');
    const body = (await page.locator('.fis-owing').textContent()) ?? '';
    expect(body).toContain('Bezpłatne godziny dla pracujących rodziców');

    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.locator('form[action$="/calendar"]:not(.fis-no-print) button').click(),
    ]);
    expect(file.suggestedFilename()).toMatch(/\.ics$/);
    const events = await eventsIn(file);
    expect(events.length).toBeGreaterThan(3);
    expect(events.map(({ summary }) => summary).join(' ')).toContain('Bezpłatne godziny');

    await page.locator('form[action$="/reminders"] button').click();
    await expectAccessible(page);
    await page.locator('button[name=do]').click();
    expect(await page.locator('.govuk-error-summary li').count()).toBe(2);
    await expectAccessible(page);
    await page.locator('input[name=pick]').first().check();
    await page.check('input[name=way][value=email]');
    await page.fill('#email', 'ola@example.org');
    await page.locator('button[name=do]').click();
    expect(await headings(page)).toContain('Teraz potwierdź');
    const mail = await readMail(await until(() => site.mails().at(-1)));
    expect(mail.to).toBe('ola@example.org');
    await page.goto(mail.link);
    await expectAccessible(page);
    await page.locator('button[value=confirm]').click();
    expect(await headings(page)).toContain('Twoje przypomnienia');
    await page.locator('button[value=stop]').click();
    expect(await headings(page)).toContain('Nie ma tu przypomnień');
    expect((await page.goto(mail.link))?.status()).toBe(410);
    await page.context().close();
  });

  test('a parent of a two-year-old on Universal Credit sees the hours, and changes an answer', async () => {
    const page = await startChecking('', 1280);
    await page.locator('a.govuk-button--start').click();
    await expectAccessible(page);
    await goOn(page);
    await expectAccessible(page);
    await typeMonth(page, -24);
    await goOn(page);
    await choose(page, 'needs-a', 'none');
    await choose(page, 'care-a', 'own');
    await choose(page, 'adults', '1');
    await expectAccessible(page);
    await page.locator('button[value=back]').click();
    expect(await page.isChecked('input[name=adults][value="1"]')).toBe(true);
    await goOn(page);
    await choose(page, 'work-1', 'employed');
    await choose(page, 'earn-1', 'less');
    await choose(page, 'credit', 'low');
    await choose(page, 'funds', 'not-sure');
    await choose(page, 'study-1', 'no');
    await choose(page, 'use', 'none');
    expect(page.url()).toBe(`${site.url}/checker/result`);
    await expectAccessible(page);
    const card = page.locator('.fis-owing__date article', { hasText: '2-year-olds with extra' });
    expect(await card.textContent()).toMatch(/Yes, this is yours[\s\S]*15 hours a week/);
    expect(await page.locator('.fis-owing h2').first().textContent()).toContain('without any form');

    await page.locator('button[name=to][value=credit]').click();
    expect(await page.isChecked('input[name=credit][value=low]')).toBe(true);
    await choose(page, 'credit', 'no');
    expect(page.url()).toBe(`${site.url}/checker/result`);
    expect(await card.textContent(), 'a visa may still give them').toContain('Perhaps');
    expect(await page.context().cookies(), 'nothing is kept').toEqual([]);
    expect(site.output(), 'nor logged').not.toMatch(/credit|low-earnings|year-a/);

    expect(await page.locator('.govuk-exit-this-page a').getAttribute('href')).toBe('/exit');
    await page.context().close();
  });
});

test('an address of a result that was kept leads to the start', async () => {
  for (const path of ['/checker/result', '/checker/calendar', '/reminders']) {
    const answer = await fetch(`${site.url}${path}`, { redirect: 'manual' });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/checker']);
  }
});

async function eventsIn(file: { readonly createReadStream: () => Promise<NodeJS.ReadableStream> }) {
  let text = '';
  for await (const part of await file.createReadStream()) text += String(part);
  return new ICAL.Component(ICAL.parse(text) as never[])
    .getAllSubcomponents('vevent')
    .map((component) => new ICAL.Event(component));
}
